package nl.etalage.content.library;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.livesIn;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.etalage.content.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who follows a library hears when a campaign begins or ends and other words show because of it. */
@QuarkusTest
class CampaignDaysTest {

    private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");
    private static final ZoneId CURACAO = ZoneId.of("America/Curacao");

    private final LocalDate today = LocalDate.ofInstant(CLOCK.instant(), DUTCH);

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    @AfterEach
    void release() {
        CLOCK.release();
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static String campaign(String name, LocalDate first, LocalDate last, List<String> stories) {
        return json(
                        "editor",
                        "{\"name\": \"%s\", \"startsOn\": \"%s\", \"endsOn\": \"%s\", \"stories\": [\"%s\"]}"
                                .formatted(name, first, last, String.join("\", \"", stories)))
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response events(String shop, String after) {
        return machine(shop).get("/api/v1/library/events?include=story&lastEventId=" + after + "&shop=" + shop);
    }

    private static List<String> told(String shop, String after, String story, String what) {
        return events(shop, after).path("findAll { it.data.story == '%s' }.data.%s".formatted(story, what));
    }

    private static String body(String shop, String story) {
        return machine(shop)
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .then()
                .statusCode(200)
                .extract()
                .path("body");
    }

    private static String tag(String shop) {
        return machine(shop).get("/api/v1/library?shop={shop}", shop).header("ETag");
    }

    @ParameterizedTest
    @CsvSource({
        // The first is over after today; the second runs already.
        "-5, 0, -1, 9",
        // The first runs for long; the second begins and is over before it.
        "-5, 9, 1, 3",
    })
    void fromMidnightAStoryOfTwoCampaignsShowsTheOtherAndWhoFollowsHearsIt(
            int first, int firstLast, int second, int secondLast) {
        String shop = newShop();
        String story = released("\"body\": \"Bij {{campaign.name}}.\"");
        String ofOne = released("\"body\": \"Bij {{campaign.name}}.\"");
        campaign("Lente", today.plusDays(first), today.plusDays(firstLast), List.of(story, ofOne));
        campaign("Zomer", today.plusDays(second), today.plusDays(secondLast), List.of(story));
        Instant midnight = begin(today.plusDays(1), DUTCH);
        CLOCK.set(midnight.minusSeconds(1));
        assertEquals("Bij Lente.", body(shop, story));
        String after = EveryRead.end(shop);

        CLOCK.set(midnight);
        eventually(() -> !told(shop, after, story, "change").isEmpty());

        assertEquals(List.of("changed"), told(shop, after, story, "change"));
        assertEquals(List.of("Bij Zomer."), told(shop, after, story, "item.body"));
        assertEquals("Bij Zomer.", body(shop, story));
        assertEquals(List.of(), told(shop, after, ofOne, "change"), "with one campaign nothing is another");
        assertEquals("Bij Lente.", body(shop, ofOne));
    }

    @Test
    void aDayBeginsWhereTheShopIs() {
        String here = newShop();
        String far = newShop();
        livesIn(far, 2, CURACAO.getId());
        String story = released("\"body\": \"Bij {{campaign.name}}.\"");
        campaign("Lente", today.minusDays(5), today, List.of(story));
        campaign("Zomer", today.minusDays(1), today.plusDays(9), List.of(story));
        CLOCK.set(begin(today.plusDays(1), DUTCH).minusSeconds(1));
        String before = EveryRead.end(here);
        CLOCK.set(begin(today.plusDays(1), DUTCH));
        eventually(() -> !told(here, before, story, "change").isEmpty());
        assertEquals("Bij Zomer.", body(here, story));
        assertEquals("Bij Lente.", body(far, story));
        String after = EveryRead.end(far);

        CLOCK.set(begin(today.plusDays(1), CURACAO).minusSeconds(1));
        assertEquals("Bij Lente.", body(far, story));
        CLOCK.set(begin(today.plusDays(1), CURACAO));

        eventually(() -> !told(far, after, story, "change").isEmpty());
        assertEquals(List.of("Bij Zomer."), told(far, after, story, "item.body"));
    }

    @Test
    void whoeverWasAwayOverMidnightTellsItOnceAndAllOfIt() {
        String shop = newShop();
        String ends = released("\"body\": \"Bij {{campaign.name}}.\"");
        String begins = released("\"body\": \"Bij {{campaign.name}}.\"");
        campaign("Lente", today.minusDays(5), today.plusDays(3), List.of(ends));
        campaign("Zomer", today, today.plusDays(90), List.of(ends, begins));
        campaign("Herfst", today.plusDays(6), today.plusDays(60), List.of(begins));
        String after = EveryRead.end(shop);

        CLOCK.set(begin(today.plusDays(10), DUTCH));

        eventually(() -> !told(shop, after, ends, "change").isEmpty()
                && !told(shop, after, begins, "change").isEmpty());
        assertEquals(List.of("Bij Zomer."), told(shop, after, ends, "item.body"));
        assertEquals(List.of("Bij Herfst."), told(shop, after, begins, "item.body"));
    }

    @Test
    void aShopDoesNotHearOfAStoryThatIsForOthersOrStillUnderEmbargo() {
        String group = "dagen-" + System.nanoTime();
        String inside = newShop(group);
        String outside = newShop();
        Instant midnight = begin(today.plusDays(1), DUTCH);
        String story = released("\"body\": \"Bij {{campaign.name}}.\", \"targetGroups\": [\"%s\"]".formatted(group));
        String later = released(
                "\"body\": \"Bij {{campaign.name}}.\", \"availableFrom\": \"%s\"".formatted(midnight.plusSeconds(60)));
        campaign("Lente", today.minusDays(5), today, List.of(story, later));
        campaign("Zomer", today.minusDays(1), today.plusDays(9), List.of(story, later));
        String end = EveryRead.end(outside);
        String after = EveryRead.end(inside);

        CLOCK.set(midnight);

        eventually(() -> !told(inside, after, story, "change").isEmpty());
        assertEquals(List.of(), told(inside, after, later, "change"));
        assertEquals(List.of(), told(outside, end, story, "change"));
        assertEquals(List.of(), told(outside, end, later, "change"));
    }

    @Test
    void whoFollowsHearsAtOnceWhatAnEditorChangesInACampaign() {
        String shop = newShop();
        String story = released("\"body\": \"Tot {{campaign.endsOn}} bij {{campaign.name}}.\"");
        String id = campaign("Lente", today.minusDays(5), LocalDate.of(2099, 6, 30), List.of(story));
        for (String change : List.of("{\"name\": \"Zomer\"}", "{\"endsOn\": \"2099-07-31\"}", "{\"stories\": []}")) {
            String after = EveryRead.end(shop);
            String tag = tag(shop);
            patch(as("editor").get("/api/v1/campaigns/{id}", id), "editor", change)
                    .patch("/api/v1/campaigns/{id}", id)
                    .then()
                    .statusCode(200);
            assertEquals(List.of("changed"), told(shop, after, story, "change"), change);
            assertNotEquals(tag, tag(shop), change);
        }
        assertEquals(
                List.of("campaign.endsOn", "campaign.name"),
                machine(shop)
                        .get("/api/v1/library/{id}?shop={shop}", story, shop)
                        .path("missing"));
    }
}
