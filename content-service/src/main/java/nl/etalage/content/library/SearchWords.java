package nl.etalage.content.library;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.theme.ThemeKey;

/**
 * What a story is found by, from most to least telling.
 *
 * @param language our own name of the language's word forms, as the migrations make them
 */
record SearchWords(String language, String title, String summary, String body) {

    static SearchWords of(StoryContent content) {
        return new SearchWords(
                language(content.locale()),
                withoutFields(content.title()) + " " + themes(content),
                withoutFields(content.summary()),
                withoutFields(content.body()));
    }

    /** A theme's other words are looked up when somebody searches, so that the list can change without a new index. */
    private static String themes(StoryContent content) {
        return content.themes().stream().map(ThemeKey::words).collect(Collectors.joining(" "));
    }

    private static String language(String locale) {
        if (locale == null || locale.startsWith("nl")) {
            return "etalage_dutch";
        }
        return locale.startsWith("en") ? "etalage_english" : "etalage_simple";
    }

    /** A merge field is no word of the story. */
    private static String withoutFields(String text) {
        return text == null ? "" : text.replaceAll("\\{\\{[^}]{0,200}}}", " ");
    }

    /** All of it. */
    String text() {
        return String.join(" ", title, summary, body);
    }

    void bind(PreparedStatement statement, int first) throws SQLException {
        int at = first;
        for (String text : new String[] {title, summary, body}) {
            statement.setString(at++, language);
            statement.setString(at++, text);
        }
    }
}
