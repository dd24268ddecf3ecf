package nl.etalage.content.asset;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.jpeg;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.etalage.content.Network;
import nl.etalage.content.TestSettings;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services hear of each file that may be used no longer, whether a story shows it or not. */
@QuarkusTest
class EndedAssetsTest {

    private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    @AfterEach
    void release() {
        TestSettings.timeGoesOn();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), DUTCH);
    }

    private static Instant end(LocalDate last) {
        return last.plusDays(1).atStartOfDay(DUTCH).toInstant();
    }

    private static String picture(String who, String query, LocalDate last) {
        return as(who).multiPart("file", "x.jpg", jpeg(60, 40), "image/jpeg")
                .multiPart(
                        "metadata",
                        "{\"altText\": \"Fatima lacht\", \"consent\": {\"given\": true, \"until\": \"%s\"}}"
                                .formatted(last),
                        "application/json")
                .post("/api/v1/assets" + query)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void describe(String who, String picture, String consent) {
        patch(as(who).get("/api/v1/assets/{id}", picture), who, "{\"consent\": %s}".formatted(consent))
                .patch("/api/v1/assets/{id}", picture)
                .then()
                .statusCode(200);
    }

    /** What services heard of a file: the kinds of event with their data, oldest first. */
    private static List<String> told(String picture) {
        List<String> all = new ArrayList<>();
        String last = "0";
        while (true) {
            List<Map<String, Object>> page = Network.with(Tokens.service("scheduling-service"))
                    .get("/events?feed=work&lastEventId={last}", last)
                    .jsonPath()
                    .getList("$");
            if (page.isEmpty()) {
                return all;
            }
            page.stream()
                    .filter(event -> ("asset/" + picture).equals(event.get("subject")))
                    .map(EndedAssetsTest::words)
                    .forEach(all::add);
            last = (String) page.get(page.size() - 1).get("id");
        }
    }

    private static String words(Map<String, Object> event) {
        Map<?, ?> data = (Map<?, ?>) event.get("data");
        return "%s %s %s %s".formatted(event.get("type"), data.get("shop"), data.get("reason"), data.get("endsAt"));
    }

    private static String ended(String shop, Instant at) {
        return "nl.etalage.content.asset.ended.v1 %s consent-withdrawn %s".formatted(shop, at);
    }

    @Test
    void aShopsOwnPictureIsToldInThatSecondAndAgainWhenItMayBeUsedAgain() {
        String shop = newShop();
        String publisher = shop + "-publisher";
        LocalDate last = today();
        String own = picture(publisher, "?shop=" + shop, last);
        String other = picture(publisher, "?shop=" + shop, last.minusDays(1));
        eventually(() -> told(other).size() == 1);

        CLOCK.set(end(last).minusSeconds(1));
        assertEquals(List.of(), told(own));
        CLOCK.set(end(last));
        eventually(() -> !told(own).isEmpty());
        assertEquals(List.of(ended(shop, end(last))), told(own));

        CLOCK.release();
        describe(publisher, own, "{\"given\": true, \"until\": \"%s\"}".formatted(last.plusDays(9)));
        assertEquals(
                "nl.etalage.content.asset.available.v1 %s null null".formatted(shop),
                told(own).get(1));
        describe(publisher, own, "{\"given\": false}");
        eventually(() -> told(own).size() == 3);
        assertEquals(
                ended(
                        shop,
                        Instant.parse(
                                as(publisher).get("/api/v1/assets/{id}", own).path("endsAt"))),
                told(own).get(2));
    }

    @Test
    void aPictureThatACorrectionTookOutIsToldAndItsStoryStays() {
        String picture = picture("editor", "", today().plusDays(100));
        String story = released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(picture));
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"Fatima wil dit niet meer.\", \"severity\": \"major\", \"changes\": {\"assets\": []}}")
                .then()
                .statusCode(200);
        assertEquals(List.of(), told(picture));

        describe("editor", picture, "{\"given\": false}");

        eventually(() -> told(picture).size() == 1);
        as("editor").get("/api/v1/stories/{id}", story).then().body("state", is("released"));
    }
}
