package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** What is decided about a story: released, given back, confirmed or withdrawn. */
@Path("/redactie/verhalen/{id}/besluit")
@Produces(MediaType.TEXT_HTML)
public class DecisionResource {

    private final Desk desk;
    private final StoryClient stories;
    private final ReadPages reading;

    DecisionResource(Desk desk, @RestClient StoryClient stories, ReadPages reading) {
        this.desk = desk;
        this.stories = stories;
        this.reading = reading;
    }

    /**
     * A decision.
     *
     * @param action {@code release}, {@code return}, {@code confirm} or {@code withdraw}
     * @param version of the story that was looked at
     */
    record Decision(
            @RestForm("do") String action, @RestForm String version, @RestForm String note, @RestForm String reason) {

        /** What the service is told with it; null for nothing. */
        ObjectNode body() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            return switch (action == null ? "" : action) {
                case "return" -> body.put("note", written().isEmpty() ? null : written());
                case "withdraw" -> body.put("reason", reason);
                case "release", "confirm" -> null;
                default -> throw HttpProblem.INVALID_REQUEST.because();
            };
        }

        String written() {
            return note == null ? "" : note.strip();
        }

        /** Id of the place that a refusal is about; null for the whole. */
        String wrong(Refusal refusal) {
            if (refusal.fields().containsKey("note")) {
                return "note";
            }
            return refusal.fields().containsKey("reason") ? "reason" : null;
        }
    }

    @POST
    public Uni<Response> decide(@RestPath UUID id, @BeanParam Decision decision) {
        desk.requireOwnPage();
        ObjectNode body = decision.body();
        return desk.editor().flatMap(editor -> {
            if (decision.action().equals("withdraw") && decision.reason() == null) {
                return refused(
                        editor,
                        id,
                        decision,
                        new Refusal(
                                422,
                                desk.words().reasonMissing(),
                                Map.of("reason", desk.words().reasonMissing())));
            }
            return Desk.reached(
                            stories.act(editor.bearer(), "\"" + decision.version() + "\"", id, decision.action(), body))
                    .map(story -> decided(id, decision))
                    .onFailure(Desk::refused)
                    .recoverWithUni(refused -> refused(editor, id, decision, Refusal.of(refused)));
        });
    }

    private static Response decided(UUID id, Decision decision) {
        return decision.action().equals("return")
                ? Desk.to("/redactie?done=return")
                : Desk.to("/redactie/verhalen/" + id + "?done=" + decision.action());
    }

    /** The story as it is now, with the reason. */
    private Uni<Response> refused(Editor editor, UUID id, Decision decision, Refusal refusal) {
        String complaint = refusal.outdated() ? desk.words().changedMeanwhile() : refusal.first();
        return Desk.reached(stories.read(editor.bearer(), id))
                .flatMap(story -> reading.story(
                        editor,
                        story,
                        new ReadPages.Said(null, complaint, decision.wrong(refusal), decision.written())))
                .map(page -> desk.page(refusal.status(), page));
    }
}
