package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.etalage.gateway.console.desk.WriteView.Notices;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The page on which a released story is corrected: live at once, with a note for who uses it. */
@Path("/redactie/verhalen/{id}/verbeter")
@Produces(MediaType.TEXT_HTML)
public class CorrectionPageResource {

    private static final int UNPROCESSABLE = 422;

    private final Desk desk;
    private final StoryClient stories;
    private final SaveStory save;
    private final StoryPages pages;
    private final KeptText kept;

    CorrectionPageResource(
            Desk desk, @RestClient StoryClient stories, SaveStory save, StoryPages pages, KeptText kept) {
        this.desk = desk;
        this.stories = stories;
        this.save = save;
        this.pages = pages;
        this.kept = kept;
    }

    @GET
    public Uni<Response> show(@RestPath UUID id) {
        return desk.writer().flatMap(editor -> Desk.reached(stories.read(editor.bearer(), id))
                .flatMap(story -> story.path("state").asText().equals("released")
                        ? pages.write(editor, Sheet.fresh(story, true, Notices.after(null)))
                                .map(page -> desk.page(200, page))
                        : Uni.createFrom().item(Desk.to("/redactie/verhalen/" + id))));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> correct(@RestPath UUID id, MultipartFormDataInput input) {
        desk.requireOwnPage();
        StoryForm form = ReadForm.of(input);
        return kept.unlessSaved(
                form, "/redactie/verhalen/" + id + "/verbeter", desk.writer().flatMap(editor -> save.correct(
                                editor, id, form, kept.unfit(form))
                        .flatMap(saved -> saved.done()
                                ? Uni.createFrom().item(Desk.to("/redactie/verhalen/" + id + "?done=correct"))
                                : again(editor, saved))));
    }

    private Uni<Response> again(Editor editor, SaveStory.Saved saved) {
        int status = saved.refusal() == null ? UNPROCESSABLE : saved.refusal().status();
        return pages.write(editor, Sheet.again(saved.saying(inOwnWords(saved)), true))
                .map(page -> desk.page(status, page));
    }

    /** What was left empty is asked for by what it is; the service says only that something is missing. */
    private Map<String, String> inOwnWords(SaveStory.Saved saved) {
        Map<String, String> errors = new HashMap<>(saved.errors());
        errors.computeIfPresent(
                "note",
                (field, sentence) ->
                        saved.form().one(field).isBlank() ? desk.writing().noteMissing() : sentence);
        errors.computeIfPresent(
                "severity",
                (field, sentence) ->
                        saved.form().one(field).isEmpty() ? desk.writing().severityMissing() : sentence);
        errors.computeIfPresent("changes", (field, sentence) -> desk.writing().changesMissing());
        return errors;
    }
}
