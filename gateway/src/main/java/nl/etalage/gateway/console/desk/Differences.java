package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.etalage.gateway.console.desk.CompareView.Difference;
import nl.etalage.gateway.console.desk.CompareView.Piece;
import nl.etalage.gateway.console.desk.CompareView.Side;

/** Says what differs between two revisions as it is said where a story is read. */
@RequestScoped
class Differences {

    private final ReadPages reading;

    Differences(ReadPages reading) {
        this.reading = reading;
    }

    /**
     * What the sides are told with.
     *
     * @param assets the files of both
     */
    record Between(JsonNode story, Surroundings.Known known, List<JsonNode> assets) {

        private List<PictureView> views(List<String> ids) {
            List<PictureView> views = new ArrayList<>();
            ids.forEach(id -> assets.stream()
                    .filter(asset -> asset.path("id").asText().equals(id))
                    .forEach(asset -> views.add(PictureView.of(asset, views.size() + 1, null, Map.of()))));
            return views;
        }
    }

    /** Ids of the files of both sides. */
    static List<String> files(JsonNode found) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode field : found.path("fields")) {
            if (field.path("field").asText().equals("/assets")) {
                field.path("before").forEach(id -> ids.add(id.asText()));
                field.path("after").forEach(id -> ids.add(id.asText()));
            }
        }
        return List.copyOf(ids);
    }

    /** Only the fields that differ, as the comparison has them. */
    List<Difference> of(JsonNode found, Between between) {
        List<Difference> differences = new ArrayList<>();
        found.path("fields").forEach(field -> differences.add(difference(field, between)));
        return List.copyOf(differences);
    }

    private Difference difference(JsonNode field, Between between) {
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
                text ? null : side(pointer, field.path("before"), between),
                text ? null : side(pointer, field.path("after"), between));
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
    private Side side(String pointer, JsonNode value, Between between) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        ObjectNode alone = JsonNodeFactory.instance
                .objectNode()
                .put("type", between.story().path("type").asText());
        String[] path = pointer.substring(1).split("/");
        if (path.length == 1) {
            alone.set(path[0], value);
        } else {
            alone.putObject(path[0]).set(path[1], value);
        }
        StoryText text = StoryJson.read(alone);
        return switch (path[0]) {
            case "assets" -> new Side(null, List.of(), between.views(text.all(StoryText.ASSETS)));
            case "products" ->
                new Side(
                        null,
                        text.all(StoryText.PRODUCTS).stream()
                                .map(product -> product.strip().replaceAll("\t+", ", "))
                                .toList(),
                        List.of());
            default ->
                StoryFields.named(String.join(".", path))
                        .map(field -> new Side(reading.row(text, field, between.known()), List.of(), List.of()))
                        .orElseGet(() -> new Side(null, List.of(value.asText()), List.of()));
        };
    }
}
