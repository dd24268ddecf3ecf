package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * What a shop sent before the central group asked for something else.
 *
 * @param asked what was asked about it
 * @param until when the shop sent another, in words
 */
record EarlierText(String text, String asked, String until) {

    static List<EarlierText> of(StoryClient.Stories found, Locale locale) {
        return found.items().stream().map(one -> of(one, locale)).toList();
    }

    private static EarlierText of(JsonNode one, Locale locale) {
        return new EarlierText(
                Head.text(one, "text"), Head.text(one, "asked"), Moments.brief(Head.text(one, "replacedAt"), locale));
    }
}
