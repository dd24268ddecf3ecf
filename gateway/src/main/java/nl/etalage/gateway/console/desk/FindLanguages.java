package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.gateway.console.desk.Languages.Line;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Looks in which languages there is more of a story. A page goes on without when that can't be had. */
@ApplicationScoped
class FindLanguages {

    private static final Logger LOG = Logger.getLogger(FindLanguages.class);

    private static final Set<String> ENDED = Set.of("withdrawn", "expired");

    private final StoryClient stories;

    FindLanguages(@RestClient StoryClient stories) {
        this.stories = stories;
    }

    Uni<Languages> of(Editor editor, JsonNode story) {
        String id = story.path("id").asText();
        String of = Head.text(story, "translationOf");
        String original = of.isEmpty() ? id : of;
        boolean makes = editor.writes() && !ended(story);
        Uni<JsonNode> first =
                of.isEmpty() ? Uni.createFrom().item(story) : stories.read(editor.bearer(), UUID.fromString(original));
        return Uni.combine()
                .all()
                .unis(first, stories.translations(editor.bearer(), UUID.fromString(original)))
                .with((begun, found) -> new Languages(id, original, lines(id, begun, found.items()), makes))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.infof("A story goes without its translations: %s", failure.getMessage());
                    return new Languages(id, original, List.of(), makes);
                });
    }

    private static List<Line> lines(String id, JsonNode original, List<JsonNode> translations) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(original, true));
        translations.forEach(translation -> lines.add(line(translation, false)));
        lines.removeIf(line -> line.id().equals(id));
        return lines;
    }

    private static Line line(JsonNode story, boolean original) {
        String locale = Head.text(story, "locale");
        return new Line(
                story.path("id").asText(),
                Head.text(story, "title"),
                locale,
                label(locale),
                Head.state(story.path("state").asText()),
                ended(story),
                original);
    }

    private static boolean ended(JsonNode story) {
        return ENDED.contains(story.path("state").asText());
    }

    /** Key of the name of a language; null where it has none here. */
    static String label(String locale) {
        return StoryFields.LOCALES.contains(locale) ? Field.key("locale", locale) : null;
    }
}
