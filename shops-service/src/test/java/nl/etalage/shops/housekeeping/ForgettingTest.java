package nl.etalage.shops.housekeeping;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import nl.etalage.shops.TestSettings;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgettingTest {

    private static final String COUNTED = "findAll { it.subject == 'shop/%s' }";

    @Inject
    Forgetting forgetting;

    private String slug;
    private final Instant now = Instant.now();

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
        events().then().body(COUNTED.formatted(slug), hasSize(2));
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
        events().then().body(COUNTED.formatted(slug) + ".data.version", contains(1));
    }

    @Test
    void theAuditTrailIsKeptForTwoYears() {
        TestSettings.CLOCK.advance(Duration.ofDays(729));
        assertEquals(0, forgetting.run().auditEntries());
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

    private static Response events() {
        return with(Tokens.service("content-service")).get("/events");
    }
}
