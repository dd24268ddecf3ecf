package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.etalage.gateway.console.desk.Field.Kind;
import nl.etalage.gateway.console.desk.ReadView.Acts;
import nl.etalage.gateway.console.desk.ReadView.Row;
import nl.etalage.gateway.console.desk.ReadView.Section;

/** Makes the page on which a story, or one of its revisions, is read. */
@RequestScoped
class ReadPages {

    private final Desk desk;
    private final Surroundings surroundings;
    private final SavePictures pictures;
    private final Comments comments;
    private final FindLanguages languages;

    ReadPages(Desk desk, Surroundings surroundings, SavePictures pictures, Comments comments, FindLanguages languages) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.pictures = pictures;
        this.comments = comments;
        this.languages = languages;
    }

    /**
     * What is said at the top.
     *
     * @param done key of what was just done; null for nothing
     * @param complaint why something was not done; null for nothing
     * @param wrong id of the place it is about; null for the whole
     * @param note as it was typed
     */
    record Said(String done, String complaint, String wrong, String note) {

        static final Said NOTHING = new Said(null, null, null, "");

        /** The sentence about a place; null when all is well there. */
        public String error(String place) {
            return place.equals(wrong) ? complaint : null;
        }

        static Said done(String action) {
            return switch (action == null ? "" : action) {
                case "submit", "release", "confirm", "correct", "withdraw" ->
                    new Said(Field.key("done", action), null, null, "");
                default -> NOTHING;
            };
        }
    }

    Uni<TemplateInstance> story(Editor editor, JsonNode story, Said said) {
        return page(editor, story, acts(editor, story), said, null);
    }

    Uni<TemplateInstance> revision(Editor editor, JsonNode story, JsonNode revision) {
        return page(editor, story, Acts.NONE, Said.NOTHING, revision);
    }

    private Uni<TemplateInstance> page(Editor editor, JsonNode story, Acts acts, Said said, JsonNode revision) {
        StoryText text = StoryJson.read(revision == null ? story : revision);
        return Uni.combine()
                .all()
                .unis(
                        revision == null
                                ? comments.around(editor, id(story, "id"))
                                : surroundings.of(editor).map(known -> new Comments.Around(known, null)),
                        pictures.read(editor, text.all(StoryText.ASSETS)),
                        revision == null
                                ? languages.of(editor, story)
                                : Uni.createFrom().<Languages>nullItem())
                .with((around, assets, others) ->
                        page(editor, story, new Shown(text, acts, said, revision, others), around, assets));
    }

    /** What of a story is shown. */
    private record Shown(StoryText text, Acts acts, Said said, JsonNode revision, Languages others) {}

    private TemplateInstance page(
            Editor editor, JsonNode story, Shown shown, Comments.Around around, List<JsonNode> assets) {
        Surroundings.Known known = around.known();
        return DeskPages.read(
                desk.frame(editor),
                new ReadView(
                        Head.of(story, known, desk.locale()),
                        sections(shown.text(), known),
                        views(assets),
                        shown.text().all(StoryText.PRODUCTS).stream()
                                .map(product -> product.strip().replaceAll("\t+", ", "))
                                .toList(),
                        shown.acts(),
                        shown.said(),
                        shown.revision() == null ? null : fixed(shown.revision(), known),
                        around.talk(),
                        shown.others(),
                        editor.writes() ? UUID.randomUUID().toString() : null));
    }

    private static Acts acts(Editor editor, JsonNode story) {
        String state = story.path("state").asText();
        boolean last = editor.is(id(story, "lastEditor"));
        boolean own = last || editor.is(id(story, "author"));
        boolean review = state.equals("in-review");
        boolean released = state.equals("released");
        boolean waits = released && story.path("unreviewed").asBoolean();
        return new Acts(
                (review && own) || (waits && last),
                review && editor.reviews() && !own,
                review && editor.reviews(),
                released && editor.writes(),
                waits && editor.reviews() && !last,
                released && editor.writes());
    }

    private static UUID id(JsonNode story, String part) {
        String id = Head.text(story, part);
        return id.isEmpty() ? null : UUID.fromString(id);
    }

    private List<Section> sections(StoryText text, Surroundings.Known known) {
        FieldViews views = views(text, known);
        List<Section> sections = new ArrayList<>();
        add(sections, "groupText", views.of(StoryFields.TEXTS.subList(1, StoryFields.TEXTS.size())));
        add(sections, "groupDetails", views.of(StoryFields.details(text.type())));
        add(sections, "groupAbout", views.of(StoryFields.ABOUT));
        add(sections, "groupWho", views.of(StoryFields.WHO));
        add(sections, "groupWhere", views.of(StoryFields.WHERE));
        add(sections, "groupChannels", views.of(StoryFields.channels()));
        return sections;
    }

    private void add(List<Section> sections, String title, List<FieldView> fields) {
        List<Row> rows = fields.stream()
                .filter(FieldView::filled)
                // Which other story it is a translation of stands beside it, with a link.
                .filter(field -> !field.kind().equals(Kind.STORY.word()))
                .map(this::row)
                .toList();
        if (!rows.isEmpty()) {
            sections.add(new Section(title, rows));
        }
    }

    /** What one field of a text says. */
    Row row(StoryText text, Field field, Surroundings.Known known) {
        return row(views(text, known).of(List.of(field)).get(0));
    }

    private FieldViews views(StoryText text, Surroundings.Known known) {
        return new FieldViews(
                Meeting.alone(text), Map.of(), known.groups(), new ThemeOptions(known.themes(), desk.locale()));
    }

    private Row row(FieldView field) {
        String value = Moments.shown(Kind.valueOf(field.kind().toUpperCase(Locale.ROOT)), field.value(), desk.locale());
        return new Row(
                field.label(),
                value,
                field.options().stream().filter(FieldView.Option::chosen).toList(),
                field.name().equals("body"));
    }

    private static List<PictureView> views(List<JsonNode> assets) {
        List<PictureView> views = new ArrayList<>();
        assets.forEach(asset -> views.add(PictureView.of(asset, views.size() + 1, null, Map.of())));
        return views;
    }

    private ReadView.Revision fixed(JsonNode revision, Surroundings.Known known) {
        return RevisionsView.line(revision, known, desk.locale());
    }
}
