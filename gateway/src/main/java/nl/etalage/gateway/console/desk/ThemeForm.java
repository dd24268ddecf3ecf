package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What somebody wrote about a theme.
 *
 * @param nl its name in Dutch
 * @param en its name in English
 * @param synonyms with commas between them
 * @param retired {@code yes} where it should no longer be given to stories
 * @param version of the theme that was looked at; null for a new one
 * @param key idempotency key of the form
 */
record ThemeForm(
        @RestForm String nl,
        @RestForm String en,
        @RestForm String synonyms,
        @RestForm String retired,
        @RestForm String version,
        @RestForm String key) {

    static final ThemeForm EMPTY = new ThemeForm("", "", "", null, null, null);

    static ThemeForm of(ThemeClient.Theme theme) {
        return new ThemeForm(
                theme.name().nl(),
                theme.name().en(),
                String.join(", ", theme.synonyms()),
                theme.active() ? null : "yes",
                String.valueOf(theme.version()),
                null);
    }

    /** A new theme. */
    ObjectNode json() {
        ObjectNode theme = JsonNodeFactory.instance.objectNode();
        theme.putObject("name").put("nl", written(nl)).put("en", written(en));
        ArrayNode words = theme.putArray("synonyms");
        list().forEach(words::add);
        return theme;
    }

    /** The merge patch that makes a theme what stands in the form. */
    ObjectNode patch() {
        return json().put("state", retired == null ? "active" : "retired");
    }

    private List<String> list() {
        return synonyms == null
                ? List.of()
                : Arrays.stream(synonyms.split("[,;\n]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }

    private static String written(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
