package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Captions of a film in one language, as they stand in the form.
 *
 * @param language as BCP 47 writes it; empty where nobody chose one
 * @param text WebVTT or SRT
 */
record CaptionsForm(String language, String text) {

    /** What is offered, those of the shops and their neighbours first; any other that is there already stays. */
    private static final List<String> LANGUAGES =
            List.of("nl", "en", "fy", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "uk");

    static final CaptionsForm NONE = new CaptionsForm("", "");

    /** Those of an asset in other languages than its first. */
    static List<CaptionsForm> others(JsonNode asset) {
        List<CaptionsForm> others = new ArrayList<>();
        asset.path("otherCaptions")
                .forEach(other -> others.add(new CaptionsForm(
                        Head.text(other, "language"), Head.text(other, "text").replace("\r\n", "\n"))));
        return others;
    }

    boolean blank() {
        return text.isBlank();
    }

    /** How a language calls itself. */
    static String name(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayName(locale);
        return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** How a reader of the page calls a language. */
    static String name(String language, Locale reader) {
        String name = Locale.forLanguageTag(language).getDisplayName(reader);
        return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(reader) + name.substring(1);
    }

    /** Languages to choose from, as a reader of the page calls them. */
    static List<FieldView.Option> languages(String chosen, Locale reader) {
        List<FieldView.Option> options = new ArrayList<>();
        if (!chosen.isEmpty() && !LANGUAGES.contains(chosen)) {
            options.add(new FieldView.Option(chosen, null, name(chosen, reader), true));
        }
        LANGUAGES.forEach(language ->
                options.add(new FieldView.Option(language, null, name(language, reader), language.equals(chosen))));
        return options;
    }
}
