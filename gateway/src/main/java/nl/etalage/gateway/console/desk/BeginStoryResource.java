package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;

/** The page on which a story begins: only its type is asked. */
@Path("/redactie/nieuw")
@Produces(MediaType.TEXT_HTML)
public class BeginStoryResource {

    /** Most of what is written here; the form of the story lets one choose another. */
    private static final String LANGUAGE = "nl";

    private final Desk desk;
    private final StoryClient stories;

    BeginStoryResource(Desk desk, @RestClient StoryClient stories) {
        this.desk = desk;
        this.stories = stories;
    }

    @GET
    public Uni<Response> show() {
        return desk.writer().map(editor -> page(editor, 200, null));
    }

    @POST
    public Uni<Response> begin(@RestForm String type, @RestForm String key) {
        desk.requireOwnPage();
        ObjectNode story =
                JsonNodeFactory.instance.objectNode().put("type", type).put("locale", LANGUAGE);
        return desk.writer()
                .flatMap(editor -> type == null
                        ? Uni.createFrom().item(page(editor, 422, desk.words().typeMissing()))
                        : Desk.reached(stories.create(editor.bearer(), key, story))
                                .map(begun -> Desk.to(
                                        "/redactie/verhalen/" + begun.path("id").asText()))
                                .onFailure(Desk::refused)
                                .recoverWithItem(refused -> {
                                    Refusal refusal = Refusal.of(refused);
                                    return page(editor, refusal.status(), refusal.first());
                                }));
    }

    private Response page(Editor editor, int status, String complaint) {
        BeginView view = new BeginView(StoryPages.types(""), UUID.randomUUID().toString(), complaint);
        return desk.page(status, DeskPages.begin(desk.frame(editor), view));
    }
}
