package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The page on which pictures are chosen that the network has already. */
@Path("/redactie/verhalen/{id}/fotos")
@Produces(MediaType.TEXT_HTML)
public class ChoosePicturesResource {

    private static final int ON_A_PAGE = 24;

    private final Desk desk;
    private final StoryClient stories;
    private final AssetClient assets;

    ChoosePicturesResource(Desk desk, @RestClient StoryClient stories, @RestClient AssetClient assets) {
        this.desk = desk;
        this.stories = stories;
        this.assets = assets;
    }

    @GET
    public Uni<Response> show(@RestPath UUID id, @RestQuery String page) {
        return desk.writer().flatMap(editor -> show(editor, id, page, null));
    }

    /** @param asset the chosen ones */
    @POST
    public Uni<Response> add(@RestPath UUID id, @RestForm List<String> asset, @RestForm String version) {
        desk.requireOwnPage();
        return desk.writer().flatMap(editor -> Desk.reached(stories.read(editor.bearer(), id))
                .flatMap(story -> asset == null || asset.isEmpty()
                        ? show(editor, id, null, desk.media().chooseSome())
                        : add(editor, story, asset, version)));
    }

    private Uni<Response> add(Editor editor, JsonNode story, List<String> chosen, String version) {
        UUID id = UUID.fromString(story.path("id").asText());
        StoryText text = StoryJson.read(story).withAssets(chosen);
        return Desk.reached(stories.edit(
                        editor.bearer(),
                        "\"" + version + "\"",
                        id,
                        StoryJson.patch(text, List.of(StoryText.ASSETS)).toString()))
                .map(changed -> Desk.to("/redactie/verhalen/" + id + "?done=saved#pictures"))
                .onFailure(Desk::refused)
                .recoverWithUni(refused -> {
                    Refusal refusal = Refusal.of(refused);
                    return show(
                            editor, id, null, refusal.outdated() ? desk.words().changedMeanwhile() : refusal.first());
                });
    }

    private Uni<Response> show(Editor editor, UUID id, String page, String complaint) {
        return Uni.combine()
                .all()
                .unis(
                        Desk.reached(stories.read(editor.bearer(), id)),
                        Desk.reached(assets.list(editor.bearer(), ON_A_PAGE, page)))
                .with((story, found) -> {
                    List<String> own = StoryJson.read(story).all(StoryText.ASSETS);
                    ChooseView view = new ChooseView(
                            id.toString(),
                            Head.text(story, "title"),
                            story.path("version").asText(),
                            found.items().stream()
                                    .filter(asset ->
                                            !own.contains(asset.path("id").asText()))
                                    .map(asset -> PictureView.of(asset, 0, null, Map.of()))
                                    .toList(),
                            found.nextPageToken() == null
                                    ? null
                                    : Desk.asking("/redactie/verhalen/" + id + "/fotos", "page", found.nextPageToken()),
                            complaint);
                    return desk.page(complaint == null ? 200 : 422, DeskPages.pictures(desk.frame(editor), view));
                });
    }
}
