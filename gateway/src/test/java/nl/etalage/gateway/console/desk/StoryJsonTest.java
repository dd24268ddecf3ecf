package nl.etalage.gateway.console.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story goes into the form and comes out as it was. */
class StoryJsonTest {

    private static final String STORY =
            """
            {"id": "01976b2e-4c00-7000-8000-000000000001", "type": "impact", "locale": "nl", "owner": "network",
             "title": "Wat een pak koffie doet", "summary": null, "body": "Eén\\nTwee", "readerValue": null,
             "details": {"figure": 12.5, "unit": "procent meer", "date": "2026-05-01", "extra": "blijft"},
             "functions": ["awareness", "action"], "audience": ["customers"], "themes": ["koffie", "klimaat"],
             "products": [{"gtin": "8712345678906", "sku": null, "brand": "Simon Lévelt"}, {"brand": "Oxfam"}],
             "assets": ["01976b2e-4c00-7000-8000-0000000000a1"],
             "channelTexts": {"mastodon": "Kort", "google-business": "Lang"},
             "availableFrom": "2026-12-05T09:00:00Z", "availableUntil": null, "targetGroups": [],
             "lockedFields": ["title"], "version": 3}""";

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Test
    void everyPartIsTextInTheForm() {
        StoryText text = StoryJson.read(json(STORY));

        assertEquals("Wat een pak koffie doet", text.one("title"));
        assertEquals("", text.one("summary"));
        assertEquals("12,5", text.one("details.figure"));
        assertEquals(List.of("awareness", "action"), text.all("functions"));
        assertEquals("Lang", text.one("channelTexts.google-business"));
        assertEquals("2026-12-05T10:00", text.one("availableFrom"), "on the clock of the central group");
        assertEquals(List.of("8712345678906\t\tSimon Lévelt\t\t", "\t\tOxfam\t\t"), text.all("products"));
    }

    @Test
    void whatIsSentBackIsTheSameStory() {
        StoryText text = StoryJson.read(json(STORY));

        JsonNode patch = StoryJson.patch(text, text.names());

        assertEquals(json("[\"koffie\", \"klimaat\"]"), patch.path("themes"));
        assertEquals("2026-12-05T09:00:00Z", patch.path("availableFrom").asText());
        assertTrue(patch.path("availableUntil").isNull());
        assertEquals(
                0, patch.path("details").path("figure").decimalValue().compareTo(new java.math.BigDecimal("12.5")));
        assertEquals("2026-05-01", patch.path("details").path("date").asText());
        assertTrue(patch.path("details").path("extra").isMissingNode(), "what the form does not know stays");
        assertEquals(
                json("[{\"gtin\": \"8712345678906\", \"brand\": \"Simon Lévelt\"}, {\"brand\": \"Oxfam\"}]"),
                patch.path("products"));
        assertEquals(text, StoryJson.read(patch));
    }

    @Test
    void onlyPartsThatAreAskedForAreSent() {
        StoryText text = StoryJson.read(json(STORY)).with("summary", List.of("Kort."));

        assertEquals(json("{\"summary\": \"Kort.\"}"), StoryJson.patch(text, Set.of("summary")));
        assertEquals(
                json("{\"details\": {\"unit\": null}}"),
                StoryJson.patch(text.with("details.unit", List.of()), Set.of("details.unit")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1250|1250", "12,5|12.5", "1.250.000|1250000", "12 500|12500", "1.250,75|1250.75", "-3|-3"})
    void aNumberIsReadAsPeopleWriteIt(String typed, String number) {
        StoryText text = new StoryText(Map.of("details.figure", List.of(typed)));

        JsonNode figure =
                StoryJson.patch(text, Set.of("details.figure")).path("details").path("figure");

        assertEquals(0, figure.decimalValue().compareTo(new java.math.BigDecimal(number)), figure.toString());
    }

    @Test
    void whatIsNoNumberGoesAsItWasTyped() {
        StoryText text = new StoryText(Map.of("details.figure", List.of("veel")));

        assertEquals(json("{\"details\": {\"figure\": \"veel\"}}"), StoryJson.patch(text, Set.of("details.figure")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-05T10:00, 2026-12-05T09:00:00Z",
        "2026-07-05T10:00, 2026-07-05T08:00:00Z",
        "2026-10-25T02:30, 2026-10-25T00:30:00Z"
    })
    void aTimeOnTheClockIsAnInstantOverBothClockChanges(String local, String instant) {
        StoryText text = new StoryText(Map.of("availableUntil", List.of(local)));

        JsonNode patch = StoryJson.patch(text, Set.of("availableUntil"));

        assertEquals(instant, patch.path("availableUntil").asText());
        assertEquals(local, Moments.local(instant));
    }

    @Test
    void aTimeThatTheClockSkipsIsNamedWithTheNext() {
        assertEquals(
                "2027-03-28T03:00",
                Moments.afterGap("2027-03-28T02:30").orElseThrow().toString());
        assertTrue(Moments.afterGap("2026-10-25T02:30").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/title, title",
        "/changes/details/source, details.source",
        "/themes/3, themes",
        "/products/2/gtin, products.2.gtin",
        "/details/steps/1, details.steps",
        "#state, state"
    })
    void aPointerLeadsToAFieldOfTheForm(String pointer, String field) {
        assertEquals(field, Refusal.field(pointer));
    }

    @Test
    void everyPartOfAStoryHasItsFieldOnce() {
        long channels = StoryFields.all().keySet().stream()
                .filter(name -> name.startsWith("channelTexts."))
                .count();

        assertEquals(ChannelText.values().length, channels);
        StoryFields.TYPES.forEach(type -> assertEquals(
                StoryFields.of(type).size(),
                StoryFields.of(type).stream().map(Field::name).distinct().count(),
                type));
    }
}
