package nl.etalage.demodata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoStoriesTest {

    private static final Set<String> TYPES = Set.of(
            "product",
            "maker",
            "impact",
            "shop",
            "campaign",
            "event",
            "appeal",
            "vacancy",
            "practice",
            "playbook",
            "tip");
    private static final Set<String> FUNCTIONS =
            Set.of("visibility", "persuasion", "awareness", "organising", "action", "discussion", "identity");
    private static final Set<String> AUDIENCES = Set.of("customers", "volunteers", "likeMinded");
    private static final Set<String> PLATFORMS = Set.of("mastodon");

    private static List<JsonNode> stories() {
        return Demo.stories();
    }

    @Test
    void thereAreTwentyStoriesOfAtLeastFiveTypes() {
        Set<String> types =
                stories().stream().map(story -> story.get("type").asText()).collect(Collectors.toSet());

        assertEquals(20, stories().size());
        assertTrue(types.size() >= 5, types::toString);
        assertTrue(TYPES.containsAll(types), types::toString);
    }

    @Test
    void theListNamesEveryStoryFileOnce() {
        List<String> listed = stories().stream()
                .map(story -> story.get("key").asText() + ".json")
                .sorted()
                .toList();

        assertEquals(Demo.namesIn("stories"), listed);
    }

    @Test
    void noTwoStoriesShareATitleOrAnOpening() {
        Stream.of("title", "summary", "readerValue", "callToAction")
                .forEach(field -> assertEquals(
                        20,
                        stories().stream()
                                .map(story -> story.get(field).asText())
                                .distinct()
                                .count(),
                        field));
        assertEquals(
                20,
                stories().stream()
                        .map(story -> story.get("body").asText().split("\\s+", 4))
                        .map(words -> String.join(" ", words[0], words[1], words[2]))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aStoryHoldsWhatSubmittingAsksFor(JsonNode story) {
        String key = story.get("key").asText();

        assertAll(
                key,
                () -> Stream.of("title", "summary", "body", "readerValue", "question", "callToAction")
                        .forEach(field -> assertFalse(story.path(field).asText().isBlank(), field)),
                () -> assertEquals("nl", story.path("locale").asText()),
                () -> assertTrue(story.get("title").asText().length() <= 80, "a title is one line"),
                () -> assertTrue(story.get("summary").asText().length() <= 250, "a summary is two lines"),
                () -> chosenFrom(FUNCTIONS, story.get("functions")),
                () -> chosenFrom(AUDIENCES, story.get("audience")),
                () -> assertTrue(
                        PLATFORMS.containsAll(namesOf(story.get("channelTexts"))), "a text for an unknown platform"),
                () -> assertFalse(story.has("targetGroups"), "the demo shows every shop every story"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aBodyIsReadInAMinute(JsonNode story) {
        int words = story.get("body").asText().split("\\s+").length;

        assertTrue(words >= 60 && words <= 180, story.get("key").asText() + " has " + words + " words");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aTypeBringsItsOwnDetails(JsonNode story) {
        JsonNode details = story.get("details");
        switch (story.get("type").asText()) {
            case "impact" -> {
                assertEquals(Set.of("source", "date", "figure", "unit"), namesOf(details));
                assertTrue(details.get("figure").isNumber(), "a figure can be drawn");
                assertFalse(LocalDate.parse(details.get("date").asText()).isAfter(LocalDate.of(2026, 11, 1)));
            }
            case "event" -> {
                assertEquals(Set.of("place", "startsAt"), namesOf(details));
                moment(details.get("startsAt"));
            }
            case "appeal" -> {
                assertEquals(Set.of("endsAt", "goal"), namesOf(details));
                moment(details.get("endsAt"));
            }
            case "playbook" -> {
                assertEquals(Set.of("steps"), namesOf(details));
                assertTrue(details.get("steps").size() >= 3);
            }
            default -> assertTrue(details.isEmpty(), details::toString);
        }
    }

    @Test
    void coffeeChocolateAndAWomensCooperativeAreAmongThem() {
        assertAll(
                () -> assertEquals(
                        "product",
                        Demo.story("koffie-uit-de-bergen").get("type").asText()),
                () -> assertEquals(
                        "product",
                        Demo.story("chocolade-met-een-knak").get("type").asText()),
                () -> assertTrue(Demo.story("de-vrouwen-achter-de-mand")
                        .get("summary")
                        .asText()
                        .contains("vrouwencoöperatie")));
    }

    @Test
    void togetherTheyServeEveryFunctionAndEveryAudience() {
        assertEquals(FUNCTIONS, all("functions"));
        assertEquals(AUDIENCES, all("audience"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aMergeFieldIsOneThatAShopWithAFullProfileFills(JsonNode story) {
        Set<String> known = Filled.fieldsOf(Demo.shop("zeist")).keySet();

        Set<String> used = Filled.fieldsIn(story.toString());

        assertTrue(known.containsAll(used), () -> story.get("key").asText() + " uses " + used);
        assertFalse(Filled.fill(story.toString(), Filled.longestFields()).contains("{{"), "a brace left open");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aDateInTheTextIsOneOfTheDetails(JsonNode story) {
        Set<String> used = Filled.momentsIn(story.toString());

        assertTrue(namesOf(story.get("details")).containsAll(used), used::toString);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aStoryFitsMastodonInTheShopWithTheLongestProfile(JsonNode story) {
        Map<String, String> longest = Filled.longestFields();

        String text = Filled.fill(Filled.sourceFor(story, "mastodon"), longest);

        assertTrue(
                Filled.length(text) <= Filled.MASTODON_LIMIT,
                () -> story.get("key").asText() + " is " + Filled.length(text) + " long");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aProductIsNamedByAKeyThatHolds(JsonNode story) {
        for (JsonNode product : story.get("products")) {
            assertTrue(
                    Set.of("gtin", "sku", "brand", "supplier", "article").containsAll(namesOf(product)),
                    product::toString);
            if (product.has("gtin")) {
                String gtin = product.get("gtin").asText();
                assertTrue(gtin.matches("952\\d{10}"), "952 is the prefix that GS1 keeps for examples: " + gtin);
                assertEquals(0, weightedSum(gtin) % 10, gtin);
            }
        }
    }

    /** GS1 General Specifications, 7.9: from the right, digits weigh 1 and 3 in turn. */
    private static int weightedSum(String gtin) {
        int sum = 0;
        for (int place = 0; place < gtin.length(); place++) {
            int digit = gtin.charAt(gtin.length() - 1 - place) - '0';
            sum += place % 2 == 0 ? digit : 3 * digit;
        }
        return sum;
    }

    private static void moment(JsonNode moment) {
        assertTrue(moment.get("inDays").asInt() > 0, "a moment lies ahead of the import");
        LocalTime.parse(moment.get("time").asText());
        if (moment.has("weekday")) {
            assertTrue(DemoShopsTest.DAYS.contains(moment.get("weekday").asText()));
        }
    }

    private static void chosenFrom(Set<String> allowed, JsonNode chosen) {
        List<String> words = Demo.texts(chosen);
        assertFalse(words.isEmpty());
        assertEquals(words.size(), Set.copyOf(words).size(), words::toString);
        assertTrue(allowed.containsAll(words), words::toString);
    }

    private static Set<String> all(String field) {
        return stories().stream()
                .flatMap(story -> Demo.texts(story.get(field)).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> namesOf(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
