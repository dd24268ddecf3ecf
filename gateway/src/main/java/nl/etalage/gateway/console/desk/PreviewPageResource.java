package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The page that shows a story as a shop would get it, released or not. */
@Path("/redactie/verhalen/{id}/bekijk")
@Produces(MediaType.TEXT_HTML)
public class PreviewPageResource {

    private static final int SHOPS = 25;

    private final Desk desk;
    private final StoryClient stories;
    private final NetworkClient network;
    private final Surroundings surroundings;
    private final PreviewItems items;
    private final ShopNames names;

    PreviewPageResource(
            Desk desk,
            @RestClient StoryClient stories,
            @RestClient NetworkClient network,
            Surroundings surroundings,
            PreviewItems items,
            ShopNames names) {
        this.desk = desk;
        this.stories = stories;
        this.network = network;
        this.surroundings = surroundings;
        this.items = items;
        this.names = names;
    }

    /**
     * The page.
     *
     * @param winkel slug of the shop
     * @param q words to find a shop by
     * @param page of the shops where something is empty
     */
    @GET
    public Uni<Response> show(
            @RestPath UUID id, @RestQuery String winkel, @RestQuery String q, @RestQuery String page) {
        return desk.editor().flatMap(editor -> found(editor, winkel, q).flatMap(shops -> Uni.combine()
                .all()
                .unis(
                        Desk.reached(stories.read(editor.bearer(), id)),
                        Desk.reached(stories.emptyFields(editor.bearer(), id, page)),
                        shops.size() == 1
                                ? items.of(editor, id, shops.get(0), desk.locale())
                                : Uni.createFrom().<PreviewView.Item>nullItem(),
                        surroundings.of(editor))
                .asTuple()
                .flatMap(asked -> names.of(editor, slugs(asked.getItem2())).map(called -> {
                    StoryClient.EmptyFields empty = asked.getItem2();
                    PreviewView.Item item = asked.getItem3();
                    Surroundings.Known known = asked.getItem4();
                    PreviewView view = new PreviewView(
                            Head.of(asked.getItem1(), known, desk.locale()),
                            q == null ? "" : q,
                            shops,
                            item == null ? null : item.missing(known::mergeField),
                            empty.items().stream()
                                    .map(shop -> empty(shop, known, called))
                                    .toList(),
                            next(id, winkel, empty.nextPageToken()));
                    return desk.page(200, DeskPages.preview(desk.frame(editor), view));
                }))));
    }

    /** The shop that was chosen, or those that fit what was typed. */
    private Uni<List<NetworkClient.Shop>> found(Editor editor, String slug, String words) {
        if (slug != null && !slug.isBlank()) {
            return Desk.reached(network.shop(editor.bearer(), slug)).map(List::of);
        }
        String asked = words == null || words.isBlank() ? null : words.strip();
        return Desk.reached(network.shops(editor.bearer(), asked, SHOPS, null)).map(NetworkClient.Shops::items);
    }

    private static String next(UUID id, String shop, String token) {
        return token == null
                ? null
                : Desk.asking("/redactie/verhalen/" + id + "/bekijk", "winkel", shop, "page", token) + "#empty";
    }

    private static List<String> slugs(StoryClient.EmptyFields empty) {
        return empty.items().stream().map(StoryClient.EmptyAtShop::shop).toList();
    }

    private static PreviewView.Empty empty(
            StoryClient.EmptyAtShop shop, Surroundings.Known known, Map<String, String> called) {
        return new PreviewView.Empty(
                shop.shop(),
                called.getOrDefault(shop.shop(), shop.shop()),
                shop.fields().stream().map(known::mergeField).toList());
    }
}
