package nl.etalage.scheduling.limits;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ShopLimitsTest.Strict.class)
class ShopLimitsTest {

    private static final String LATER = "2027-05-05T10:00";

    /** Three at once, and one more in a minute. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "etalage.shop-limits.publications.burst", "3",
                    "etalage.shop-limits.publications.per-minute", "1");
        }
    }

    @Test
    void aShopThatPlansTooMuchWaitsAndTheOthersDoNot() {
        Winkel busy = Winkel.open();
        Winkel other = Winkel.open();
        String channel = busy.assisted();
        String otherChannel = other.assisted();
        plan(busy, "publisher", channel)
                .then()
                .statusCode(201)
                .header("RateLimit-Policy", equalTo("\"publications\";q=3;w=180"))
                .header("RateLimit", startsWith("\"publications\";r=2;t="));
        plan(busy, "manager", channel).then().statusCode(201);
        plan(busy, "contributor", channel).then().statusCode(201);

        plan(busy, "publisher", channel)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-6]?\\d"))
                .header("RateLimit", startsWith("\"publications\";r=0;t="))
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"))
                .body("detail", containsString("Jullie hebben in korte tijd heel veel berichten ingepland."));

        plan(other, "publisher", otherChannel).then().statusCode(201);
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
