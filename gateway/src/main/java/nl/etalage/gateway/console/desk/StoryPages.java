package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.gateway.console.MessageWords;
import nl.etalage.gateway.console.desk.WriteView.Point;
import nl.etalage.gateway.console.desk.WriteView.Product;
import nl.etalage.gateway.console.desk.WriteView.ProductKey;

/** Makes the page on which a story is written. */
@RequestScoped
class StoryPages {

    private static final int EMPTY_ROWS = 2;

    private final Desk desk;
    private final SavePictures pictures;
    private final Comments comments;
    private final FindLanguages languages;

    StoryPages(Desk desk, SavePictures pictures, Comments comments, FindLanguages languages) {
        this.desk = desk;
        this.pictures = pictures;
        this.comments = comments;
        this.languages = languages;
    }

    Uni<TemplateInstance> write(Editor editor, Sheet sheet) {
        return Uni.combine()
                .all()
                .unis(
                        comments.around(
                                editor, UUID.fromString(sheet.story().path("id").asText())),
                        pictures.read(editor, sheet.meeting().text().all(StoryText.ASSETS)),
                        languages.of(editor, sheet.story()))
                .with((around, assets, others) ->
                        DeskPages.write(desk.frame(editor), view(sheet, around, assets, others)));
    }

    private WriteView view(Sheet sheet, Comments.Around around, List<JsonNode> assets, Languages others) {
        Surroundings.Known known = around.known();
        StoryText text = sheet.meeting().text();
        FieldViews fields = new FieldViews(
                sheet.meeting(), sheet.errors(), known.groups(), new ThemeOptions(known.themes(), desk.locale()));
        return new WriteView(
                Head.of(sheet.story(), known, desk.locale()),
                sheet.correcting(),
                sheet.stamp(),
                sheet.correcting() ? List.of() : types(text.type()),
                new WriteView.Groups(
                        fields.of(StoryFields.TEXTS),
                        fields.of(StoryFields.details(text.type())),
                        fields.of(StoryFields.ABOUT),
                        fields.of(StoryFields.WHO),
                        fields.of(StoryFields.WHERE),
                        fields.of(StoryFields.channels())),
                pictures(sheet, assets),
                products(sheet),
                points(sheet, sheet.story().path("must")),
                points(sheet, sheet.story().path("advice")),
                wrong(sheet),
                sheet.notices(),
                known.mergeFields(),
                around.talk(),
                others);
    }

    static List<FieldView.Option> types(String chosen) {
        return StoryFields.TYPES.stream()
                .map(type -> new FieldView.Option(type, MessageWords.type(type), null, type.equals(chosen)))
                .toList();
    }

    private WriteView.Pictures pictures(Sheet sheet, List<JsonNode> assets) {
        Map<String, String> errors = new LinkedHashMap<>(sheet.errors());
        List<PictureView> own = new ArrayList<>();
        for (JsonNode asset : assets) {
            String place = StoryText.ASSETS + "." + own.size();
            if (errors.containsKey(place)) {
                errors.put("asset." + asset.path("id").asText() + ".altText", errors.get(place));
            }
            own.add(PictureView.of(
                            asset,
                            own.size() + 1,
                            sheet.pictures().get(asset.path("id").asText()),
                            errors)
                    .in(sheet.meeting().text().one("locale"), desk.locale()));
        }
        return new WriteView.Pictures(
                own,
                PictureView.coming(sheet.coming(), errors),
                sheet.meeting().news().contains(StoryText.ASSETS));
    }

    private static WriteView.Products products(Sheet sheet) {
        List<String> stored = sheet.meeting().text().all(StoryText.PRODUCTS);
        List<Product> rows = new ArrayList<>();
        boolean wrong = false;
        for (int row = 0; row < stored.size() + EMPTY_ROWS; row++) {
            String[] values = row < stored.size() ? stored.get(row).split("\t", -1) : new String[0];
            List<ProductKey> keys = new ArrayList<>();
            for (int at = 0; at < StoryJson.PRODUCT_KEYS.size(); at++) {
                String key = StoryJson.PRODUCT_KEYS.get(at);
                String name = StoryText.PRODUCTS + "." + row + "." + key;
                String error = sheet.errors().getOrDefault(name, at == 0 ? ofRow(sheet, row) : null);
                wrong |= error != null;
                keys.add(new ProductKey(name, Field.key("product", key), at < values.length ? values[at] : "", error));
            }
            rows.add(new Product(row + 1, keys));
        }
        String theirs = sheet.meeting().theirs().get(StoryText.PRODUCTS);
        return new WriteView.Products(
                rows,
                wrong || theirs != null,
                theirs != null,
                theirs == null
                        ? List.of()
                        : theirs.lines()
                                .map(line -> line.strip().replaceAll("\t+", ", "))
                                .toList());
    }

    private static String ofRow(Sheet sheet, int row) {
        return sheet.errors().get(StoryText.PRODUCTS + "." + row);
    }

    private static List<Point> points(Sheet sheet, JsonNode checklist) {
        List<String> stored = StoryJson.read(sheet.story()).all(StoryText.ASSETS);
        List<Point> points = new ArrayList<>();
        for (JsonNode point : checklist) {
            String name = Refusal.field(point.path("pointer").asText());
            points.add(new Point(
                    Places.target(Places.ofAsset(name, stored)),
                    point.path("detail").asText(),
                    // The service names a field of the type as the contract does.
                    name.startsWith("details.")
                            ? StoryFields.named(name).map(Field::label).orElse(null)
                            : null,
                    null));
        }
        return points;
    }

    private static List<Point> wrong(Sheet sheet) {
        List<String> assets = sheet.meeting().text().all(StoryText.ASSETS);
        Comparator<String> downThePage =
                Places.downThePage(sheet.meeting().text().type(), assets);
        return sheet.errors().entrySet().stream()
                .map(error -> Map.entry(Places.ofAsset(error.getKey(), assets), error.getValue()))
                .sorted(Map.Entry.comparingByKey(downThePage))
                .map(error -> new Point(
                        Places.target(error.getKey()),
                        error.getValue(),
                        Places.label(error.getKey()),
                        Places.picture(error.getKey())))
                .toList();
    }
}
