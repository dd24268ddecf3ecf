package nl.etalage.demodata.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How often a channel likes to publish, in Dutch. */
public final class RhythmWords {

    private static final Map<String, String> DAYS = Map.of(
            "monday", "maandag",
            "tuesday", "dinsdag",
            "wednesday", "woensdag",
            "thursday", "donderdag",
            "friday", "vrijdag",
            "saturday", "zaterdag",
            "sunday", "zondag");

    private RhythmWords() {}

    /** Such as {@code 2 keer per week, liefst woensdag 19.30 en zaterdag 10.00 uur}. */
    public static String of(JsonNode rhythm) {
        String moments = StreamSupport.stream(rhythm.get("moments").spliterator(), false)
                .map(moment -> DAYS.get(moment.get("day").asText()) + " "
                        + moment.get("time").asText().replace(':', '.'))
                .collect(Collectors.joining(", "))
                .replaceAll(", ([^,]*)$", " en $1");
        return "%d keer per week, liefst %s uur"
                .formatted(rhythm.get("postsPerWeek").asInt(), moments);
    }
}
