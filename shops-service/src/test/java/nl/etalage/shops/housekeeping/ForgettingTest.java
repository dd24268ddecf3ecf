package nl.etalage.shops.housekeeping;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.shops.TestSettings;
import nl.etalage.testing.SettableClock;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgettingTest {

    @Inject
    Forgetting forgetting;

    private String slug;
    private final Instant now = SettableClock.now();

    @BeforeEach
    void aShopMadeWithAKeyAndChanged() {
        TestSettings.CLOCK.set(now);
        slug = newSlug();
        create().then().statusCode(201);
        patching(ADMIN, 0, "{\"town\": \"Zeist\"}").patch("/api/v1/shops/{slug}", slug);
    }

    @AfterEach
    void theClockRunsAgain() {
        TestSettings.CLOCK.release();
    }

    @Test
    void nothingYoungIsForgotten() {
        TestSettings.CLOCK.advance(Duration.ofHours(23));
        forgetting.run();
        create().then().statusCode(201);
        assertEquals(List.of(0, 1), versionsTold());
    }

    @Test
    void aRememberedAnswerIsForgottenAfterADay() {
        TestSettings.CLOCK.advance(Duration.ofHours(24));
        assertTrue(forgetting.run().answers() >= 1);
        create().then().statusCode(409);
    }

    @Test
    void ofSupersededEventsTheNewestStays() {
        TestSettings.CLOCK.advance(Duration.ofDays(31));
        assertTrue(forgetting.run().events() >= 1);
        assertEquals(List.of(1), versionsTold());
    }

    @Test
    void theAuditTrailIsKeptForTwoYears() {
        TestSettings.CLOCK.advance(Duration.ofDays(729));
        forgetting.run();
        as(ADMIN)
                .get("/api/v1/audit/shops?shop=" + slug)
                .then()
                .body("items.action", contains("shop.changed", "shop.created"));
        TestSettings.CLOCK.advance(Duration.ofDays(3));
        assertTrue(forgetting.run().auditEntries() >= 2);
        as(ADMIN).get("/api/v1/audit/shops?shop=" + slug).then().body("items", empty());
    }

    private Response create() {
        return as(ADMIN)
                .header("Idempotency-Key", slug)
                .body("{\"slug\": \"%s\", \"name\": \"Winkel\"}".formatted(slug))
                .post("/api/v1/shops");
    }

    /** Of the shop, in the events that are still there; others told much, so on many pages. */
    private List<Integer> versionsTold() {
        List<Integer> versions = new ArrayList<>();
        String last = "0";
        while (last != null) {
            Response page = with(Tokens.service("content-service"))
                    .queryParam("lastEventId", last)
                    .get("/events");
            versions.addAll(page.path("findAll { it.subject == 'shop/%s' }.data.version".formatted(slug)));
            List<String> ids = page.path("id");
            last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
        }
        return versions;
    }
}
