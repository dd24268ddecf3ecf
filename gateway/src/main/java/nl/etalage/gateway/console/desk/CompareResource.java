package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.etalage.gateway.console.desk.CompareView.Difference;
import nl.etalage.gateway.console.desk.CompareView.Piece;
import nl.etalage.gateway.console.desk.CompareView.Side;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What differs between two revisions of a story, and a draft that begins as one of them. */
@Path("/redactie/verhalen/{id}")
@Produces(MediaType.TEXT_HTML)
public class CompareResource {

    private final Desk desk;
    private final StoryClient stories;
    private final TalkClient talk;
    private final Surroundings surroundings;
    private final ReadPages reading;

    CompareResource(
            Desk desk,
            @RestClient StoryClient stories,
            @RestClient TalkClient talk,
            Surroundings surroundings,
            ReadPages reading) {
        this.desk = desk;
        this.stories = stories;
        this.talk = talk;
        this.surroundings = surroundings;
        this.reading = reading;
    }

    /**
     * The comparison.
     *
     * @param from number of the one before
     * @param to number of the one after
     */
    @GET
    @Path("/vergelijk")
    public Uni<Response> compare(@RestPath UUID id, @RestQuery("van") int from, @RestQuery("met") int to) {
        return desk.editor().flatMap(editor -> Uni.combine()
                .all()
                .unis(
                        Desk.reached(stories.read(editor.bearer(), id)),
                        Desk.reached(talk.compare(editor.bearer(), id, from, to)),
                        surroundings.of(editor))
                .with((story, found, known) -> {
                    List<Difference> differences = new ArrayList<>();
                    found.path("fields").forEach(field -> differences.add(difference(story, field, known)));
                    CompareView view =
                            new CompareView(Head.of(story, known, desk.locale()), from, to, List.copyOf(differences));
                    return desk.page(200, DeskPages.compare(desk.frame(editor), view));
                }));
    }

    /** Begins a draft with what a revision says. */
    @POST
    @Path("/versies/{number}/nieuw")
    public Uni<Response> restore(@RestPath UUID id, @RestPath int number, @RestForm String key) {
        desk.requireOwnPage();
        return desk.writer()
                .flatMap(editor -> Desk.reached(talk.restore(editor.bearer(), key, id, number)))
                .map(draft -> Desk.to("/redactie/verhalen/" + Head.text(draft, "id")));
    }

    private Difference difference(JsonNode story, JsonNode field, Surroundings.Known known) {
        String pointer = field.path("field").asText();
        List<Piece> pieces = new ArrayList<>();
        if (!choice(pointer)) {
            field.path("words")
                    .forEach(piece -> pieces.add(new Piece(
                            piece.path("change").asText(), piece.path("text").asText())));
        }
        boolean text = !pieces.isEmpty();
        return new Difference(
                Comments.about(pointer),
                pieces,
                text ? null : side(story, pointer, field.path("before"), known),
                text ? null : side(story, pointer, field.path("after"), known));
    }

    /** Words of the API and moments are no texts to compare word by word. */
    private static boolean choice(String pointer) {
        return StoryFields.named(pointer.substring(1).replace('/', '.'))
                .map(field -> switch (field.kind()) {
                    case CHOICE, YES, STORY, MOMENT, DATE, NUMBER -> true;
                    default -> false;
                })
                .orElse(pointer.equals("/type"));
    }

    /** One side of a field, said as it is said where a story is read. */
    private Side side(JsonNode story, String pointer, JsonNode value, Surroundings.Known known) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        ObjectNode alone = JsonNodeFactory.instance
                .objectNode()
                .put("type", story.path("type").asText());
        String[] path = pointer.substring(1).split("/");
        if (path.length == 1) {
            alone.set(path[0], value);
        } else {
            alone.putObject(path[0]).set(path[1], value);
        }
        StoryText text = StoryJson.read(alone);
        return switch (path[0]) {
            case "assets" -> new Side(null, List.of(), text.all(StoryText.ASSETS));
            case "products" ->
                new Side(
                        null,
                        text.all(StoryText.PRODUCTS).stream()
                                .map(product -> product.strip().replaceAll("\t+", ", "))
                                .toList(),
                        List.of());
            default ->
                StoryFields.named(String.join(".", path))
                        .map(field -> new Side(reading.row(text, field, known), List.of(), List.of()))
                        .orElseGet(() -> new Side(null, List.of(value.asText()), List.of()));
        };
    }
}
