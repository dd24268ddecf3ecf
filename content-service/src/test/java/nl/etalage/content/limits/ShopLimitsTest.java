package nl.etalage.content.limits;

import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.jpeg;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import nl.etalage.content.TestSettings;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ShopLimitsTest.Strict.class)
class ShopLimitsTest {

    /** A few of each, and twelve more in a minute. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "etalage.shop-limits.uploads.burst", "2",
                    "etalage.shop-limits.uploads.per-minute", "12",
                    "etalage.shop-limits.renderings.burst", "2",
                    "etalage.shop-limits.renderings.per-minute", "12",
                    "etalage.shop-limits.pulls.burst", "40",
                    "etalage.shop-limits.pulls.per-minute", "12");
        }
    }

    @BeforeEach
    void timeStandsStill() {
        TestSettings.CLOCK.set(SettableClock.now());
    }

    @AfterEach
    void timeGoesOn() {
        TestSettings.CLOCK.release();
    }

    @Test
    void aShopThatSendsTooManyPicturesWaitsAndTheOthersDoNot() {
        String busy = newShop();
        String other = newShop();
        upload(busy, "manager").then().statusCode(201).header("RateLimit", startsWith("\"uploads\";r=1;t="));
        upload(busy, "publisher").then().statusCode(201);

        upload(busy, "manager")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("5"))
                .header("RateLimit-Policy", equalTo("\"uploads\";q=2;w=10"))
                .header("RateLimit", startsWith("\"uploads\";r=0;t="))
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"))
                .body("detail", containsString("Wacht 5 seconden en ga dan verder."));
        upload(other, "manager").then().statusCode(201);

        TestSettings.CLOCK.advance(Duration.ofSeconds(5));
        upload(busy, "manager").then().statusCode(201);
    }

    @Test
    void renderingsAreCountedForTheShopWhoseTextItIs() {
        String busy = newShop();
        String text = adapted(busy, released("\"body\": \"Tekst.\""));
        render(busy, text).then().statusCode(200);
        render(busy, text).then().statusCode(200);

        render(busy, text)
                .then()
                .statusCode(429)
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"));

        String other = newShop();
        render(other, text).then().statusCode(404);
        render(other, adapted(other, released("\"body\": \"Tekst.\"")))
                .then()
                .statusCode(200)
                .header("RateLimit", startsWith("\"renderings\";r=1;t="));
    }

    @Test
    void aWebshopThatKeepsPullingIsAskedToWait() {
        String busy = newShop();
        Response last = pull(busy);
        for (int i = 0; i < 40 && last.statusCode() == 200; i++) {
            last = pull(busy);
        }

        last.then().statusCode(429).body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"));
        pull(newShop()).then().statusCode(200);
    }

    private static Response upload(String shop, String role) {
        return as(shop + "-" + role)
                .multiPart("file", "x.jpg", jpeg(20, 20), "image/jpeg")
                .post("/api/v1/assets?shop={shop}", shop);
    }

    private static Response render(String shop, String adaptation) {
        return as(shop + "-manager").get("/api/v1/adaptations/{id}/rendering?platform=mastodon", adaptation);
    }

    private static Response pull(String shop) {
        return as(shop + "-manager").get("/api/v1/library?shop={shop}", shop);
    }
}
