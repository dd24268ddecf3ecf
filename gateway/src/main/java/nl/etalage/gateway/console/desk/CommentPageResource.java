package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.etalage.gateway.console.desk.Comments.Asked;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What colleagues say about a story, on a page of its own, and where they say it. */
@Path("/redactie/verhalen/{id}/opmerkingen")
@Produces(MediaType.TEXT_HTML)
public class CommentPageResource {

    private final Desk desk;
    private final StoryClient stories;
    private final TalkClient talk;
    private final Comments comments;
    private final Surroundings surroundings;

    CommentPageResource(
            Desk desk,
            @RestClient StoryClient stories,
            @RestClient TalkClient talk,
            Comments comments,
            Surroundings surroundings) {
        this.desk = desk;
        this.stories = stories;
        this.talk = talk;
        this.comments = comments;
        this.surroundings = surroundings;
    }

    /**
     * Something said.
     *
     * @param thread first comment of the thread it goes on with; empty to begin one
     * @param field JSON pointer of what it is about; empty for the whole
     */
    record Saying(@RestForm String text, @RestForm String thread, @RestForm String field, @RestForm String key) {

        ObjectNode body() {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", typed().text());
            if (!typed().thread().isEmpty()) {
                return body.put("inReplyTo", typed().thread());
            }
            return typed().field().isEmpty() ? body : body.put("field", typed().field());
        }

        Talk.Typed typed() {
            return new Talk.Typed(
                    thread == null ? "" : thread,
                    text == null ? "" : text.replace("\r\n", "\n").strip(),
                    field == null ? "" : field,
                    key,
                    false);
        }
    }

    /** @param done what was done just before: id of the thread in which something was said, or {@code resolved} */
    @GET
    public Uni<Response> show(@RestPath UUID id, @RestQuery String page, @RestQuery String done) {
        return desk.editor().flatMap(editor -> page(editor, id, 200, new Asked(null, null, done, page)));
    }

    @POST
    public Uni<Response> say(@RestPath UUID id, @BeanParam Saying saying) {
        desk.requireOwnPage();
        return desk.editor().flatMap(editor -> Desk.reached(talk.say(editor.bearer(), saying.key(), id, saying.body()))
                .map(said -> {
                    String thread = Head.text(said, "thread");
                    return Desk.to("/redactie/verhalen/" + id + "/opmerkingen?done=" + thread + "#t-" + thread);
                })
                .onFailure(Desk::refused)
                .recoverWithUni(refused -> {
                    Refusal refusal = Refusal.of(refused);
                    String why = saying.typed().text().isEmpty() ? desk.talk().commentEmpty() : refusal.first();
                    return page(editor, id, refusal.status(), new Asked(saying.typed(), why, null, null));
                }));
    }

    /** Says that a thread is done. */
    @POST
    @Path("/{thread}/klaar")
    public Uni<Response> resolve(@RestPath UUID id, @RestPath UUID thread, @RestForm String version) {
        desk.requireOwnPage();
        return desk.editor()
                .flatMap(editor -> Desk.reached(talk.resolve(editor.bearer(), "\"" + version + "\"", id, thread))
                        .map(done -> Desk.to("/redactie/verhalen/" + id + "/opmerkingen?done=" + Talk.RESOLVED))
                        .onFailure(Desk::refused)
                        .recoverWithUni(refused -> {
                            Refusal refusal = Refusal.of(refused);
                            String why = refusal.outdated() ? desk.talk().commentMeanwhile() : refusal.first();
                            return page(editor, id, refusal.status(), new Asked(null, why, null, null));
                        }));
    }

    private Uni<Response> page(Editor editor, UUID id, int status, Asked asked) {
        return Uni.combine()
                .all()
                .unis(Desk.reached(stories.read(editor.bearer(), id)), surroundings.of(editor))
                .asTuple()
                .flatMap(found -> comments.of(editor, id, found.getItem2(), asked)
                        .map(said -> new CommentsView(
                                Head.of(found.getItem1(), found.getItem2(), desk.locale()),
                                said,
                                asked.page() == null)))
                .map(view -> desk.page(status, DeskPages.comments(desk.frame(editor), view)));
    }
}
