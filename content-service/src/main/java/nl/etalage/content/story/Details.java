package nl.etalage.content.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.etalage.content.Findings;
import nl.etalage.problem.RefuseBrokenText;

/**
 * The fields that only some types of story have. Required at submit are, for impact {@code source, date, figure, unit};
 * event {@code place, startsAt}; appeal {@code endsAt, goal}; playbook {@code steps}. Other fields may be added: texts,
 * numbers, yes or no, and lists of texts.
 */
final class Details {

    private static final ZoneId NETWORK_ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final int MOST_FIELDS = 30;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ITEMS = 50;
    private static final double LARGEST_NUMBER = 1e15;

    private enum Kind {
        TEXT,
        NUMBER,
        TEXT_OR_NUMBER,
        DATE,
        LOCAL_TIME,
        TEXTS
    }

    private static final Map<StoryType, Map<String, Kind>> REQUIRED = Map.of(
            StoryType.IMPACT,
                    ordered(
                            List.of("source", "date", "figure", "unit"),
                            List.of(Kind.TEXT, Kind.DATE, Kind.NUMBER, Kind.TEXT)),
            StoryType.EVENT, ordered(List.of("place", "startsAt"), List.of(Kind.TEXT, Kind.LOCAL_TIME)),
            StoryType.APPEAL, ordered(List.of("endsAt", "goal"), List.of(Kind.LOCAL_TIME, Kind.TEXT_OR_NUMBER)),
            StoryType.PLAYBOOK, ordered(List.of("steps"), List.of(Kind.TEXTS)));

    private final StoryType type;
    private final JsonNode details;

    Details(StoryContent content) {
        this.type = content.type();
        this.details = content.details();
    }

    /** What is wrong with the fields that are there. */
    void check(Findings findings) {
        if (empty()) {
            return;
        }
        if (!details.isObject()) {
            findings.add("/details", "details.object");
            return;
        }
        if (details.size() > MOST_FIELDS) {
            findings.add("/details", "too-many", MOST_FIELDS);
            return;
        }
        Map<String, Kind> known = REQUIRED.getOrDefault(type, Map.of());
        details.properties().forEach(field -> {
            String pointer = "/details/" + field.getKey().replace("~", "~0").replace("/", "~1");
            lengths(pointer, field.getValue(), findings);
            if (!NAME.matcher(field.getKey()).matches()) {
                findings.add("/details", "details.name");
            } else if (field.getValue().isNull()) {
                return;
            } else if (known.containsKey(field.getKey())) {
                checkKind(known.get(field.getKey()), field.getValue(), pointer, findings);
            } else if (!simple(field.getValue())) {
                findings.add(pointer, "details.value");
            }
        });
    }

    /** Which required fields are absent. */
    void checkPresent(Findings findings) {
        REQUIRED.getOrDefault(type, Map.of()).forEach((name, kind) -> {
            JsonNode value = details == null ? null : details.get(name);
            if (value == null
                    || value.isNull()
                    || (value.isTextual() && value.asText().isBlank())
                    || noItems(value)) {
                findings.add("/details/" + name, "must.details", name);
            }
        });
    }

    /** The texts by pointer, for merge fields are allowed in them too. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!empty() && details.isObject()) {
            details.properties().forEach(field -> {
                String pointer = "/details/" + field.getKey();
                if (field.getValue().isTextual()) {
                    texts.put(pointer, field.getValue().asText());
                }
                for (int at = 0;
                        field.getValue().isArray() && at < field.getValue().size();
                        at++) {
                    texts.put(pointer + "/" + at, field.getValue().get(at).asText());
                }
            });
        }
        return texts;
    }

    private boolean empty() {
        return details == null || details.isNull() || details.isMissingNode();
    }

    private static boolean noItems(JsonNode value) {
        return value.isArray() && value.isEmpty();
    }

    private static void checkKind(Kind kind, JsonNode value, String pointer, Findings findings) {
        boolean fits =
                switch (kind) {
                    case TEXT -> text(value);
                    case NUMBER -> number(value);
                    case TEXT_OR_NUMBER -> text(value) || number(value);
                    case TEXTS -> value.isArray() && simple(value);
                    case DATE -> date(value);
                    case LOCAL_TIME -> localTime(value, pointer, findings);
                };
        if (!fits) {
            findings.add(pointer, "details." + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** A text that is too long is told so, rather than that a text belongs there. */
    private static void lengths(String pointer, JsonNode value, Findings findings) {
        if (value.isTextual()) {
            findings.tooLong(pointer, value.asText(), LONGEST_TEXT);
        }
        for (int at = 0; value.isArray() && at < Math.min(value.size(), MOST_ITEMS); at++) {
            findings.tooLong(pointer + "/" + at, value.get(at).asText(), LONGEST_TEXT);
        }
    }

    private static boolean simple(JsonNode value) {
        if (value.isArray()) {
            boolean texts = value.size() <= MOST_ITEMS;
            for (JsonNode item : value) {
                texts &= text(item);
            }
            return texts;
        }
        return text(value) || number(value) || value.isBoolean();
    }

    private static boolean text(JsonNode value) {
        return value.isTextual() && !RefuseBrokenText.broken(value.asText());
    }

    private static boolean number(JsonNode value) {
        return value.isNumber() && Math.abs(value.asDouble()) <= LARGEST_NUMBER;
    }

    private static boolean date(JsonNode value) {
        try {
            int year = LocalDate.parse(value.asText()).getYear();
            return year >= 1900 && year <= 2200;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    /** A local time, as it is on the clock; one that the clock skips is named with the next that exists. */
    private static boolean localTime(JsonNode value, String pointer, Findings findings) {
        try {
            LocalDateTime time = LocalDateTime.parse(value.asText());
            ZoneOffsetTransition change = NETWORK_ZONE.getRules().getTransition(time);
            if (change != null && change.isGap()) {
                findings.add(
                        pointer,
                        "time.skipped",
                        time.toString(),
                        change.getDateTimeAfter().toString());
            }
            return time.getYear() >= 1900 && time.getYear() <= 2200;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    private static Map<String, Kind> ordered(List<String> names, List<Kind> kinds) {
        Map<String, Kind> ordered = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            ordered.put(names.get(at), kinds.get(at));
        }
        return ordered;
    }
}
