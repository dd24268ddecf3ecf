package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * What a shop sent before the central group asked for something else.
 *
 * @param asked what was asked about it
 * @param until when the shop sent another, in words
 * @param picture address of the picture it sent with it; null without
 */
record EarlierText(String text, String asked, String until, String picture) {

    static List<EarlierText> of(StoryClient.Stories found, Locale locale) {
        return found.items().stream().map(one -> of(one, locale)).toList();
    }

    private static EarlierText of(JsonNode one, Locale locale) {
        return new EarlierText(
                Head.text(one, "text"),
                Head.text(one, "asked"),
                Moments.brief(Head.text(one, "replacedAt"), locale),
                Head.text(one, "asset").isEmpty()
                        ? null
                        : "/api/v1/contributions/" + Head.text(one, "contribution") + "/renditions/web-480?text="
                                + Head.text(one, "id"));
    }
}
