package nl.etalage.scheduling.limits;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.SettableClock;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ShopLimitsTest.Strict.class)
class ShopLimitsTest {

    private static final String LATER = "2027-05-05T10:00";

    @Inject
    SettableClock clock;

    /** Three at once, and twelve more in a minute. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "etalage.shop-limits.publications.burst", "3",
                    "etalage.shop-limits.publications.per-minute", "12");
        }
    }

    @AfterEach
    void timeGoesOn() {
        clock.release();
    }

    @Test
    void aShopThatPlansTooMuchWaitsAndTheOthersDoNot() {
        Winkel busy = Winkel.open();
        Winkel other = Winkel.open();
        String channel = busy.assisted();
        String otherChannel = other.assisted();
        clock.set(SettableClock.now());
        plan(busy, "publisher", channel)
                .then()
                .statusCode(201)
                .header("RateLimit-Policy", equalTo("\"publications\";q=3;w=15"))
                .header("RateLimit", equalTo("\"publications\";r=2;t=5"));
        plan(busy, "manager", channel).then().statusCode(201);
        plan(busy, "contributor", channel).then().statusCode(201);

        plan(busy, "publisher", channel)
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("5"))
                .header("RateLimit", equalTo("\"publications\";r=0;t=15"))
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"))
                .body("detail", containsString("Jullie hebben in korte tijd heel veel berichten ingepland."))
                .body("detail", containsString("Wacht 5 seconden"));

        plan(other, "publisher", otherChannel).then().statusCode(201);
    }

    @Test
    void whatATimeGivesBackCanBePlannedAndNoMore() {
        Winkel busy = Winkel.open();
        String channel = busy.assisted();
        clock.set(SettableClock.now());
        for (int i = 0; i < 3; i++) {
            plan(busy, "publisher", channel).then().statusCode(201);
        }
        clock.advance(Duration.ofMillis(4_999));
        plan(busy, "publisher", channel).then().statusCode(429).header("Retry-After", equalTo("1"));

        clock.advance(Duration.ofMillis(1));
        plan(busy, "publisher", channel).then().statusCode(201);
        plan(busy, "publisher", channel).then().statusCode(429);

        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            plan(busy, "publisher", channel).then().statusCode(201);
        }
        plan(busy, "publisher", channel).then().statusCode(429);
    }

    @Test
    void aFreshTextCountsAsAPublication() {
        Winkel busy = Winkel.open();
        clock.set(SettableClock.now());
        Response planned = plan(busy, "publisher", busy.assisted());
        String id = planned.path("id");
        busy.act("publisher", id, "refresh", null)
                .then()
                .statusCode(200)
                .header("RateLimit", startsWith("\"publications\";r=1;"));
        busy.act("publisher", id, "refresh", null).then().statusCode(200);

        busy.act("publisher", id, "refresh", null)
                .then()
                .statusCode(429)
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"));
        busy.as("publisher")
                .get("/api/v1/publications/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("scheduled"));
    }

    @Test
    void whoMayNotRefreshTakesNothingEither() {
        Winkel shop = Winkel.open();
        Winkel other = Winkel.open();
        clock.set(SettableClock.now());
        String id = plan(shop, "publisher", shop.assisted()).path("id");
        for (int i = 0; i < 5; i++) {
            Winkel.with(Tokens.person(other.person("manager")))
                    .header("If-Match", "\"1\"")
                    .post("/api/v1/publications/{id}/refresh", id)
                    .then()
                    .statusCode(404);
        }

        shop.act("publisher", id, "refresh", null)
                .then()
                .statusCode(200)
                .header("RateLimit", startsWith("\"publications\";r=1;"));
    }

    @Test
    void whoMayNotPlanForAShopTakesNothingFromItsLimit() {
        Winkel shop = Winkel.open();
        String channel = shop.assisted();
        for (int i = 0; i < 5; i++) {
            Winkel.with(Tokens.person("voorbijganger"))
                    .body(
                            """
                            {"shop":"%s","channel":"%s","adaptation":"%s","localTime":"%s"}"""
                                    .formatted(shop.slug(), channel, UUID.randomUUID(), LATER))
                    .post("/api/v1/publications")
                    .then()
                    .statusCode(404);
        }

        plan(shop, "publisher", channel)
                .then()
                .statusCode(201)
                .header("RateLimit", startsWith("\"publications\";r=2;"));
    }

    private static Response plan(Winkel shop, String who, String channel) {
        return shop.plan(who, channel, shop.adaptation("Tekst " + UUID.randomUUID()), LATER);
    }
}
