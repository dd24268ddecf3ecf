package nl.etalage.gateway.console;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How states, types and moments are called on a page: API words never show. */
public final class MessageWords {

    private static final int LINE = 120;

    private MessageWords() {}

    /** Key of a publication's state; for one that a person posts, it is that person's turn. */
    static String state(String state, boolean assisted) {
        return switch (state == null ? "" : state) {
            case "publishing" -> assisted ? "yourTurn" : "statePublishing";
            case "awaiting-approval" -> "stateAwaitingApproval";
            case "proposed",
                    "scheduled",
                    "published",
                    "failed",
                    "missed",
                    "cancelled",
                    "recalled",
                    "removing",
                    "removed" -> key("state", state);
            default -> "stateUnknown";
        };
    }

    /** {@code role} and {@code manager} make {@code roleManager}. */
    static String key(String group, String word) {
        return group + Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    static String tone(String state) {
        return switch (state == null ? "" : state) {
            case "published" -> "good";
            case "failed", "unknown", "removing" -> "bad";
            case "awaiting-approval", "publishing", "proposed" -> "wait";
            default -> "calm";
        };
    }

    /** Key of a story's type. */
    public static String type(String type) {
        return switch (type == null ? "" : type) {
            case "product",
                    "maker",
                    "impact",
                    "shop",
                    "campaign",
                    "event",
                    "appeal",
                    "vacancy",
                    "practice",
                    "playbook",
                    "tip" -> key("type", type);
            default -> "typeOther";
        };
    }

    /** {@code zaterdag 5 december om 10.00 uur}, {@code Saturday 5 December at 10:00}. */
    static String moment(LocalDateTime time, Locale locale) {
        String pattern = locale.getLanguage().equals("nl") ? "EEEE d MMMM 'om' HH.mm 'uur'" : "EEEE d MMMM 'at' HH:mm";
        return time == null ? "" : DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }

    /** The beginning of a text, on one line. */
    static String line(String text) {
        String flat = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        if (flat.codePointCount(0, flat.length()) <= LINE) {
            return flat;
        }
        return flat.substring(0, flat.offsetByCodePoints(0, LINE - 1)).stripTrailing() + "…";
    }
}
