package nl.etalage.shops.audit;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.patching;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.etalage.shops.TestSettings;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the bound as it is in production, or nearly so. */
@QuarkusTest
@TestProfile(RefusalBoundTest.Bounded.class)
class RefusalBoundTest {

    /** Four refusals a minute. */
    public static class Bounded implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("etalage.audit.refusals-per-minute", "4");
        }
    }

    @AfterEach
    void theClockRuns() {
        TestSettings.CLOCK.release();
    }

    private static void refused(String shop, int times) {
        for (int time = 0; time < times; time++) {
            patching(shop + "-publisher", 0, "{\"town\": \"Zeist\"}")
                    .patch("/api/v1/shops/{slug}", shop)
                    .then()
                    .statusCode(403);
        }
    }

    private static long refusals(String shop) {
        return as(ADMIN).get("/api/v1/audit/shops?limit=100&shop=" + shop).jsonPath().getList("items.outcome").stream()
                .filter("refused"::equals)
                .count();
    }

    @Test
    void whoKeepsTryingFillsNoTableAndIsStillCounted() {
        TestSettings.CLOCK.set(SettableClock.now().truncatedTo(ChronoUnit.MINUTES));
        String shop = newShop();

        refused(shop, 20);
        assertEquals(4, refusals(shop));

        TestSettings.CLOCK.advance(Duration.ofMinutes(1));
        refused(shop, 1);
        as(ADMIN)
                .get("/api/v1/audit/shops?limit=1&shop=" + shop)
                .then()
                .body("items[0].outcome", equalTo("refused"))
                .body("items[0].unwritten", equalTo(16));
    }
}
