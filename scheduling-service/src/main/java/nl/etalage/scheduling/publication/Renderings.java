package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.channel.Channel;
import nl.etalage.scheduling.limits.ShopLimits;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks content-service what would go out. */
@ApplicationScoped
class Renderings {

    /** A slow neighbour may hold this many of our sixteen database connections and no more. */
    private static final int AT_ONCE = 10;

    private static final String POINTER = "/adaptation";

    private final ContentService content;
    private final JsonWebToken token;
    private final ShopLimits limits;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Renderings(@RestClient ContentService content, JsonWebToken token, ShopLimits limits) {
        this.content = content;
        this.token = token;
        this.limits = limits;
    }

    /**
     * What is asked.
     *
     * @param on the local day it will be seen
     * @param language {@code Accept-Language} of the caller, for the sentences
     */
    record Question(UUID adaptation, UUID publication, LocalDate on, String language) {}

    /**
     * The snapshot to publish.
     *
     * @throws ProblemException 422 when there is no such adaptation or its rendering has problems, 429 when the
     *     shop asks too often, 503 when content-service doesn't answer
     */
    Snapshot snapshot(Channel channel, Question question) {
        limits.countPublication(channel.shop());
        if (!room.tryAcquire()) {
            throw unavailable();
        }
        try {
            Rendering rendering = content.rendering(
                    "Bearer " + token.getRawToken(),
                    question.language(),
                    question.adaptation(),
                    channel.platform().word(),
                    channel.characterLimit(),
                    question.on(),
                    question.publication());
            return accepted(rendering, channel).snapshot(question.publication());
        } catch (WebApplicationException refused) {
            throw refused(refused.getResponse());
        } catch (ProcessingException noAnswer) {
            throw unavailable();
        } finally {
            room.release();
        }
    }

    private static Rendering accepted(Rendering rendering, Channel channel) {
        if (rendering == null || !rendering.complete()) {
            throw unavailable();
        }
        if (!rendering.shop().equals(channel.shop())) {
            throw SchedulingProblem.ADAPTATION_NOT_FOUND.at(POINTER);
        }
        List<Rendering.Trouble> problems = rendering.problems() == null ? List.of() : rendering.problems();
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.RENDERING_HAS_PROBLEMS,
                    problems.stream()
                            .map(trouble -> Violation.literal(POINTER, sentence(trouble)))
                            .toList());
        }
        return rendering;
    }

    private static String sentence(Rendering.Trouble trouble) {
        return trouble.detail() == null ? String.valueOf(trouble.code()) : trouble.detail();
    }

    private static ProblemException refused(Response answer) {
        return switch (answer.getStatus()) {
            case 404, 410 -> SchedulingProblem.ADAPTATION_NOT_FOUND.at(POINTER);
            case 403 -> HttpProblem.FORBIDDEN.because();
            case 429 -> tooOften(answer.getHeaderString("Retry-After"));
            case 401 -> HttpProblem.AUTHENTICATION_REQUIRED.because();
            default -> unavailable();
        };
    }

    private static ProblemException tooOften(String retryAfter) {
        String seconds = retryAfter == null ? "10" : retryAfter;
        return SchedulingProblem.SHOP_LIMIT_REACHED.because(seconds).header("Retry-After", seconds);
    }

    private static ProblemException unavailable() {
        return SchedulingProblem.CONTENT_UNAVAILABLE.because().header("Retry-After", "10");
    }
}
