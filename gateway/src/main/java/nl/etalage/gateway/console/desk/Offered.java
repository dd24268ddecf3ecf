package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/**
 * A story that a shop offered, on a page.
 *
 * @param shop slug
 * @param state where it stands, as the word of the API
 * @param released whether the story that was made of it is in the library
 * @param note what the central group said of it last; null when nothing
 * @param asset id of its picture; null without
 * @param story id of what was made of it; null unless it was taken
 * @param changed when it changed last
 * @param when the same in words
 */
record Offered(
        String id,
        String shop,
        String state,
        boolean released,
        String text,
        String note,
        String asset,
        String story,
        Instant changed,
        String when,
        String version) {

    static Offered of(JsonNode contribution, Locale locale) {
        return new Offered(
                contribution.path("id").asText(),
                contribution.path("shop").asText(),
                contribution.path("state").asText(),
                contribution.path("storyState").asText().equals("released"),
                Head.text(contribution, "text"),
                orNull(contribution, "note"),
                orNull(contribution, "asset"),
                orNull(contribution, "story"),
                Instant.parse(Head.text(contribution, "changedAt")),
                Moments.brief(Head.text(contribution, "changedAt"), locale),
                contribution.path("version").asText());
    }

    private static String orNull(JsonNode contribution, String name) {
        String text = Head.text(contribution, name);
        return text.isEmpty() ? null : text;
    }

    /** Key of the state in words for the shop. */
    public String told() {
        return released ? "toldReleased" : key("told");
    }

    /** Key of the state in words for the central group. */
    public String received() {
        return released ? "inboxReleased" : key("inbox");
    }

    private String key(String group) {
        return switch (state) {
            case "offered", "changes-asked", "taken", "declined", "withdrawn" -> Field.key(group, state);
            default -> "stateOther";
        };
    }

    /** Key of what a shop hears first of it; null where the central group said nothing. */
    public String news() {
        return switch (state) {
            case "changes-asked" -> "newsAsked";
            case "taken" -> released ? "newsReleased" : "newsTaken";
            case "declined" -> "newsDeclined";
            default -> null;
        };
    }

    /** For the colour of the state: what asks something of the shop stands out. */
    public String tone() {
        return switch (state) {
            case "taken" -> "good";
            case "changes-asked" -> "wait";
            default -> "calm";
        };
    }

    /** For the central group it is the new ones that stand out. */
    public String inboxTone() {
        return switch (state) {
            case "taken" -> "good";
            case "offered" -> "wait";
            default -> "calm";
        };
    }

    /** Whether anything can still be done with it. */
    public boolean open() {
        return state.equals("offered") || asked();
    }

    public boolean asked() {
        return state.equals("changes-asked");
    }

    public boolean declined() {
        return state.equals("declined");
    }

    public String picture() {
        return "/api/v1/contributions/" + id + "/renditions/web-480";
    }

    public String large() {
        return "/api/v1/contributions/" + id + "/renditions/web-960";
    }
}
