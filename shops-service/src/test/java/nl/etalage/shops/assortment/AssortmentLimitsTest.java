package nl.etalage.shops.assortment;

import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.newShop;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AssortmentLimitsTest.Strict.class)
class AssortmentLimitsTest {

    /** Two at once, and one more in a minute. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "etalage.shop-limits.assortments.burst", "2", "etalage.shop-limits.assortments.per-minute", "1");
        }
    }

    private static Response put(String shop) {
        return as(shop + "-webmaster")
                .header("Accept-Language", "nl")
                .body("{\"items\": [{\"sku\": \"A\"}]}")
                .put("/api/v1/shops/{slug}/assortment?dryRun=true", shop);
    }

    @Test
    void aShopThatSendsTooMuchWaitsAndTheOthersDoNot() {
        String busy = newShop();
        put(busy).then().statusCode(200).header("RateLimit", startsWith("\"assortments\";r=1;t="));
        put(busy).then().statusCode(200);
        Response refused = put(busy);
        refused.then()
                .statusCode(429)
                .header("RateLimit-Policy", equalTo("\"assortments\";q=2;w=120"))
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"))
                .body(
                        "detail",
                        equalTo("Jullie winkel heeft in korte tijd heel veel gewijzigd of verstuurd. Wacht "
                                + refused.header("Retry-After") + " seconden en ga dan verder. Wat al gedaan is,"
                                + " blijft zo."));
        org.hamcrest.MatcherAssert.assertThat(Integer.parseInt(refused.header("Retry-After")), greaterThan(0));
        put(newShop()).then().statusCode(200);
    }
}
