package nl.etalage.gateway.console.desk;

import java.util.List;
import java.util.Map;

/**
 * The list of themes, or one of them, with a form.
 *
 * @param lines all themes by name; on the page of one those it can become part of
 * @param theme key of the theme that is changed; null for a new one
 * @param name of the theme that is changed; null for a new one
 * @param form what stands in the form
 * @param key idempotency key of the form
 * @param errors sentences by field: {@code nl}, {@code en}, {@code synonyms}
 * @param complaint why nothing was saved; null when all is well
 * @param merging why it did not become part of another; null when nobody asked that, or it did
 * @param done what was done just before: key of the sentence; null for nothing
 */
record ThemesView(
        List<Line> lines,
        boolean writes,
        String theme,
        String name,
        ThemeForm form,
        String key,
        Map<String, String> errors,
        String complaint,
        String merging,
        String done) {

    /** A theme in the list; {@code other} is its name in the other language, null without. */
    record Line(String key, String name, String other, String synonyms, boolean active) {}

    public String nl() {
        return text(form.nl());
    }

    public String en() {
        return text(form.en());
    }

    public String synonyms() {
        return text(form.synonyms());
    }

    public boolean retired() {
        return form.retired() != null;
    }

    public String version() {
        return form.version();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
