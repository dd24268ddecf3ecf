package nl.etalage.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure of a resource with a problem. What goes wrong before a resource is {@link RouterProblems}'. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String FORM_READER = "org.jboss.resteasy.reactive.server.core.multipart.MultipartParser";

    @ServerExceptionMapper
    public Response problem(ProblemException problem, HttpHeaders headers) {
        return answer(problem, headers);
    }

    // Named apart from its parent, for the framework brings a mapper for exactly this class.
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException failure, HttpHeaders headers) {
        return answer(JsonProblems.of(failure), headers);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException failure, HttpHeaders headers) {
        return answer(JsonProblems.of(failure), headers);
    }

    /** A body that broke off or ran over the limit while it was read: the sender's doing, so no error in our log. */
    @ServerExceptionMapper
    public Response unreadable(IOException failure, HttpHeaders headers) {
        if (FileFailure.in(failure) != FileFailure.NONE) {
            return ours(failure, headers);
        }
        LOG.debugf(failure, "A request's body could not be read");
        return answer(HttpProblem.INVALID_REQUEST.because(), headers);
    }

    @ServerExceptionMapper
    public Response refusedByJaxRs(WebApplicationException refused, HttpHeaders headers) {
        if (refused.getCause() instanceof JsonProcessingException json) {
            return answer(JsonProblems.of(json), headers);
        }
        if (refused.getCause() instanceof ProblemException problem) {
            return answer(problem, headers);
        }
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        if (status >= 500) {
            LOG.errorf(refused, "A request failed with %d", status);
        }
        ProblemException problem = HttpProblem.ofStatus(status)
                .orElse(status < 500 ? HttpProblem.INVALID_REQUEST : HttpProblem.INTERNAL_ERROR)
                .because();
        String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return answer(allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow), headers);
    }

    @ServerExceptionMapper
    public Response invalidArguments(ResteasyReactiveViolationException failure, HttpHeaders headers) {
        return invalid(failure, headers);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException failure, HttpHeaders headers) {
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
            violations.add(violation(violation));
        }
        return answer(new ProblemException(HttpProblem.INVALID_INPUT, violations), headers);
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException refused, HttpHeaders headers) {
        return answer(unauthenticated(), headers);
    }

    @ServerExceptionMapper
    public Response badCredential(AuthenticationFailedException refused, HttpHeaders headers) {
        return answer(unauthenticated(), headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refused, HttpHeaders headers) {
        return answer(HttpProblem.FORBIDDEN.because(), headers);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, HttpHeaders headers) {
        boolean file = FileFailure.in(failure) != FileFailure.NONE;
        if (!file && failure instanceof RuntimeException && whileReadingAForm(failure)) {
            LOG.debugf(failure, "A form could not be read");
            return answer(HttpProblem.INVALID_REQUEST.because(), headers);
        }
        return ours(failure, headers);
    }

    /** What no sender can do anything about: a line in our log, and a 5xx. */
    private static Response ours(Throwable failure, HttpHeaders headers) {
        if (FileFailure.in(failure) == FileFailure.UNWRITABLE) {
            LOG.errorf("A file could not be written, is the disk full? %s", failure);
            return answer(HttpProblem.STORAGE_UNAVAILABLE.because().header(HttpHeaders.RETRY_AFTER, "60"), headers);
        }
        LOG.error("A request failed unexpectedly", failure);
        return answer(HttpProblem.INTERNAL_ERROR.because(), headers);
    }

    /**
     * Whether the framework's reader of forms gave up: on a part in a character set that doesn't exist, or of a media
     * type that is none. It says so by whatever exception it met.
     */
    private static boolean whileReadingAForm(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(FORM_READER));
    }

    static ProblemException unauthenticated() {
        return HttpProblem.AUTHENTICATION_REQUIRED.because().header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Response answer(ProblemException problem, HttpHeaders headers) {
        Sentences sentences = Sentences.forHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, sentences.language().toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(ProblemDocument.TYPE_HEADER, problem.type().type().toString())
                .entity(ProblemDocument.of(problem, sentences));
        problem.headers().forEach(response::header);
        return response.build();
    }

    private static Violation violation(ConstraintViolation<?> found) {
        String pointer = parameter(found).map(name -> "#" + name).orElseGet(() -> pointer(found.getPropertyPath()));
        return found.getConstraintDescriptor().getAnnotation() instanceof Size size
                ? Violation.keyed(pointer, HttpProblem.INVALID_INPUT.bundle(), "too-long", size.max())
                : Violation.literal(pointer, found.getMessage());
    }

    /** The query parameter that a field of a bean of parameters stands for: the sender doesn't know our field. */
    private static Optional<String> parameter(ConstraintViolation<?> found) {
        String field = null;
        for (Path.Node node : found.getPropertyPath()) {
            field = node.getName();
        }
        for (Class<?> bean =
                        found.getLeafBean() == null ? null : found.getLeafBean().getClass();
                bean != null;
                bean = bean.getSuperclass()) {
            for (Field declared : bean.getDeclaredFields()) {
                QueryParam query = declared.getAnnotation(QueryParam.class);
                if (query != null && declared.getName().equals(field)) {
                    return Optional.of(query.value());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code create.request.hours[2].day} becomes {@code /hours/2/day}, {@code list.limit} becomes {@code #limit}. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN) {
                pointer.append(node.getName() == null ? "" : "/" + node.getName());
            }
        }
        return pointer.isEmpty() ? "#" + parameter : pointer.toString();
    }
}
