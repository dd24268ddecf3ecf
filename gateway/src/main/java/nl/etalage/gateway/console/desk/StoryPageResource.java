package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.etalage.gateway.console.desk.WriteView.Notices;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The page of a story: a draft to write, anything else to read. */
@Path("/redactie/verhalen/{id}")
@Produces(MediaType.TEXT_HTML)
public class StoryPageResource {

    private static final int UNPROCESSABLE = 422;

    private final Desk desk;
    private final StoryClient stories;
    private final SaveStory save;
    private final StoryPages pages;
    private final ReadPages reading;
    private final KeptText kept;

    StoryPageResource(
            Desk desk,
            @RestClient StoryClient stories,
            SaveStory save,
            StoryPages pages,
            ReadPages reading,
            KeptText kept) {
        this.desk = desk;
        this.stories = stories;
        this.save = save;
        this.pages = pages;
        this.reading = reading;
        this.kept = kept;
    }

    /**
     * The page.
     *
     * @param done what was done just before: {@code saved}, {@code incomplete}, an action, or how the draft began
     */
    @GET
    public Uni<Response> show(@RestPath UUID id, @RestQuery String done) {
        return desk.editor().flatMap(editor -> Desk.reached(stories.read(editor.bearer(), id))
                .flatMap(story -> {
                    boolean writing =
                            editor.writes() && story.path("state").asText().equals("draft");
                    return writing
                            ? pages.write(editor, Sheet.fresh(story, false, Notices.after(done)))
                            : reading.story(editor, story, ReadPages.Said.done(done));
                })
                .map(page -> desk.page(200, page)));
    }

    /** Saves what was typed, and goes on to what the pressed button said. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> save(@RestPath UUID id, MultipartFormDataInput input) {
        desk.requireOwnPage();
        StoryForm form = ReadForm.of(input);
        return kept.unlessSaved(form, "/redactie/verhalen/" + id, desk.writer().flatMap(editor -> save.save(
                        editor, id, form, kept.unfit(form))
                .flatMap(saved -> saved.done() ? next(editor, id, saved) : again(editor, saved))));
    }

    private Uni<Response> again(Editor editor, SaveStory.Saved saved) {
        int status = saved.refusal() == null ? UNPROCESSABLE : saved.refusal().status();
        return pages.write(editor, Sheet.again(saved, false)).map(page -> desk.page(status, page));
    }

    private Uni<Response> next(Editor editor, UUID id, SaveStory.Saved saved) {
        String page = "/redactie/verhalen/" + id;
        return switch (saved.form().action()) {
            case "submit" -> submit(editor, id, saved);
            case "pictures" -> Uni.createFrom().item(Desk.to(page + "/fotos"));
            case "preview" -> Uni.createFrom().item(Desk.to(page + "/bekijk"));
            default -> Uni.createFrom().item(Desk.to(page + "?done=saved"));
        };
    }

    private Uni<Response> submit(Editor editor, UUID id, SaveStory.Saved saved) {
        String page = "/redactie/verhalen/" + id;
        String version = "\"" + saved.story().path("version").asText() + "\"";
        return Desk.reached(stories.act(editor.bearer(), version, id, "submit", null))
                .map(story -> Desk.to(page + "?done=submit"))
                .onFailure(Desk::refused)
                .recoverWithItem(() -> Desk.to(page + "?done=incomplete"));
    }
}
