package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.UUID;
import nl.etalage.gateway.console.MessageWords;

/**
 * What stands above the page of a story.
 *
 * @param title empty as long as it has none
 * @param type key of the type
 * @param state key of the state
 * @param tone for its colour
 * @param author who began it; null when they left
 * @param editor who changed it last; null when they left
 * @param changed when, in words
 * @param returnNote why it came back; null when it did not
 * @param withdrawn key of the reason; null when it was not withdrawn
 * @param contribution id of what a shop told and this was made of; null for most
 * @param credit whom it is owed to; empty for nobody
 * @param from when it becomes visible, in words; empty for at once
 */
record Head(
        String id,
        String title,
        String type,
        String state,
        String tone,
        String author,
        String editor,
        String changed,
        String returnNote,
        String withdrawn,
        String contribution,
        String credit,
        String from,
        int revision,
        boolean unreviewed,
        String version) {

    /** Number of the revision before the last. */
    public int before() {
        return revision - 1;
    }

    static Head of(JsonNode story, Surroundings.Known known, Locale locale) {
        String state = story.path("state").asText();
        return new Head(
                story.path("id").asText(),
                text(story, "title"),
                MessageWords.type(story.path("type").asText()),
                state(state),
                tone(state),
                name(story, "author", known),
                name(story, "lastEditor", known),
                Moments.words(text(story, "changedAt"), locale),
                orNull(text(story, "returnNote")),
                story.path("withdrawReason").isTextual()
                        ? Field.key("reason", story.path("withdrawReason").asText())
                        : null,
                orNull(text(story.path("contributed"), "id")),
                text(story, "credit").isEmpty() ? text(story.path("contributed"), "shop") : text(story, "credit"),
                Moments.words(text(story, "availableFrom"), locale),
                story.path("revision").asInt(),
                story.path("unreviewed").asBoolean(),
                story.path("version").asText());
    }

    static String state(String state) {
        return switch (state) {
            case "draft", "in-review", "released", "withdrawn", "expired" -> Field.key("state", state);
            default -> "stateOther";
        };
    }

    static String tone(String state) {
        return switch (state) {
            case "released" -> "good";
            case "in-review" -> "wait";
            case "withdrawn" -> "bad";
            default -> "calm";
        };
    }

    /** Empty for null. */
    static String text(JsonNode story, String name) {
        return story.path(name).isTextual() ? story.path(name).asText() : "";
    }

    /** Null for who is no longer known. */
    static String name(JsonNode story, String part, Surroundings.Known known) {
        String id = text(story, part);
        return id.isEmpty() ? null : known.name(UUID.fromString(id));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
