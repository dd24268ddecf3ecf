package nl.etalage.shops.limits;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.anonymous;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.etalage.shops.MailServer;
import nl.etalage.shops.TestSettings;
import nl.etalage.testing.SettableClock;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(ShopLimitsTest.Strict.class)
class ShopLimitsTest {

    private static final int BURST = 3;

    /** Three of each, and twelve more in a minute. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "etalage.shop-limits.changes.burst", "3",
                    "etalage.shop-limits.changes.per-minute", "12",
                    "etalage.shop-limits.letters.burst", "3",
                    "etalage.shop-limits.letters.per-minute", "12",
                    "etalage.shop-limits.clients.burst", "3",
                    "etalage.shop-limits.clients.per-minute", "12");
        }
    }

    /** Every operation that counts, as a request of somebody for a shop; what it is about needn't exist. */
    private enum Operation {
        CHANGE_SHOP("changes", (request, shop) -> merge(request).patch("/api/v1/shops/{slug}", shop)),
        CHANGE_CONTACT("changes", (request, shop) -> merge(request).patch("/api/v1/shops/{slug}/contact", shop)),
        ADD_MEMBER("changes", (request, shop) -> request.body(Map.of()).post("/api/v1/shops/{slug}/members", shop)),
        CHANGE_MEMBER("changes", (request, shop) -> merge(request)
                .patch("/api/v1/shops/{slug}/members/{id}", shop, UUID.randomUUID())),
        REMOVE_MEMBER("changes", (request, shop) -> seen(request)
                .delete("/api/v1/shops/{slug}/members/{id}", shop, UUID.randomUUID())),
        INVITE_MEMBER("letters", (request, shop) -> request.body(Map.of())
                .post("/api/v1/shops/{slug}/member-invitations", shop)),
        RESEND_INVITATION("letters", (request, shop) -> seen(request)
                .post("/api/v1/shops/{slug}/member-invitations/{id}/resend", shop, UUID.randomUUID())),
        REVOKE_INVITATION("changes", (request, shop) -> seen(request)
                .delete("/api/v1/shops/{slug}/member-invitations/{id}", shop, UUID.randomUUID())),
        ADD_INTEGRATION(
                "clients", (request, shop) -> request.body(Map.of()).post("/api/v1/shops/{slug}/integrations", shop)),
        CHANGE_INTEGRATION("changes", (request, shop) -> merge(request)
                .patch("/api/v1/shops/{slug}/integrations/{id}", shop, UUID.randomUUID())),
        REMOVE_INTEGRATION("changes", (request, shop) -> seen(request)
                .delete("/api/v1/shops/{slug}/integrations/{id}", shop, UUID.randomUUID())),
        ROTATE_INTEGRATION("clients", (request, shop) -> seen(request)
                .body(Map.of())
                .post("/api/v1/shops/{slug}/integrations/{id}/rotate", shop, UUID.randomUUID()));

        private final String counted;

        @SuppressWarnings("ImmutableEnumChecker") // A function without a state.
        private final BiFunction<RequestSpecification, String, Response> call;

        Operation(String counted, BiFunction<RequestSpecification, String, Response> call) {
            this.counted = counted;
            this.call = call;
        }

        Response by(String subject, String shop) {
            return call.apply(as(subject), shop);
        }

        private static RequestSpecification seen(RequestSpecification request) {
            return request.header("If-Match", "\"0\"");
        }

        private static RequestSpecification merge(RequestSpecification request) {
            return seen(request).contentType("application/merge-patch+json").body("{}");
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

    @ParameterizedTest
    @EnumSource
    void whatAShopMayDoTooOftenWaitsAndGoesOnWhenTimeDoes(Operation operation) {
        String busy = newShop();
        String other = newShop();
        operation
                .by(busy + "-manager", busy)
                .then()
                .header("RateLimit-Policy", equalTo("\"" + operation.counted + "\";q=3;w=15"))
                .header("RateLimit", equalTo("\"" + operation.counted + "\";r=2;t=5"));
        operation.by(busy + "-manager", busy);
        operation.by(busy + "-manager", busy);

        operation
                .by(busy + "-manager", busy)
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("5"))
                .header("RateLimit", equalTo("\"" + operation.counted + "\";r=0;t=15"))
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"))
                .body("detail", containsString("Wacht 5 seconden en ga dan verder."));
        operation
                .by(other + "-manager", other)
                .then()
                .statusCode(not429())
                .header("RateLimit", equalTo("\"" + operation.counted + "\";r=2;t=5"));

        TestSettings.CLOCK.advance(Duration.ofSeconds(5));
        operation.by(busy + "-manager", busy).then().statusCode(not429());
        operation.by(busy + "-manager", busy).then().statusCode(429);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsRefusedTakesNothingFromTheLimitOfTheShop(Operation operation) {
        String shop = newShop();
        String other = newShop();
        for (int i = 0; i < BURST; i++) {
            operation.by(other + "-manager", shop).then().statusCode(404).header("RateLimit", nullValue());
            operation.by("voorbijganger", shop).then().statusCode(404).header("RateLimit", nullValue());
        }

        operation
                .by(shop + "-manager", shop)
                .then()
                .header("RateLimit", equalTo("\"" + operation.counted + "\";r=2;t=5"));
    }

    @Test
    void aMemberWhoMayNotTakesNothingFromTheLimitEither() {
        String shop = newShop();
        for (int i = 0; i < BURST; i++) {
            Operation.CHANGE_SHOP.by(shop + "-publisher", shop).then().statusCode(403);
        }

        Operation.CHANGE_SHOP.by(shop + "-manager", shop).then().statusCode(200);
    }

    @Test
    void theCentralGroupGoesOnForAShopThatFloods() {
        String shop = newShop();
        for (int i = 0; i <= BURST; i++) {
            Operation.CHANGE_SHOP.by(shop + "-manager", shop);
        }
        Operation.CHANGE_SHOP.by(shop + "-manager", shop).then().statusCode(429);

        patching(ADMIN, 0, "{\"state\": \"closed\"}")
                .patch("/api/v1/shops/{slug}", shop)
                .then()
                .statusCode(200)
                .header("RateLimit", nullValue());
    }

    @Test
    void aRefusedChangeChangesNothingAndIsInTheTrail() {
        String shop = newShop();
        for (int i = 0; i < BURST; i++) {
            Operation.CHANGE_SHOP.by(shop + "-manager", shop).then().statusCode(200);
        }
        patching(shop + "-manager", 0, "{\"town\": \"Zeist\"}")
                .patch("/api/v1/shops/{slug}", shop)
                .then()
                .statusCode(429);

        as(ADMIN).get("/api/v1/shops/{slug}", shop).then().body("town", nullValue(), "version", equalTo(0));
        as(ADMIN)
                .get("/api/v1/audit/shops?limit=1&shop={shop}", shop)
                .then()
                .body("items[0].outcome", equalTo("refused"), "items[0].status", equalTo(429));
    }

    @Test
    void whatRepeatsUnderOneKeyIsCountedOnce() {
        String shop = newShop();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < BURST + 2; i++) {
            invite(shop, key).then().statusCode(201);
        }

        as(shop + "-manager")
                .get("/api/v1/shops/{slug}/member-invitations", shop)
                .then()
                .body("items", hasSize(1));
        Operation.RESEND_INVITATION
                .by(shop + "-manager", shop)
                .then()
                .header("RateLimit", startsWith("\"letters\";r=1;"));
    }

    @Test
    void whoHoldsALinkCannotHaveOneMailAfterAnotherSent() {
        String slug = newSlug();
        String mailbox = slug + "@winkel.example";
        String secret = asked(slug, mailbox);
        for (int i = 0; i < BURST; i++) {
            answer(secret, "yes").then().statusCode(200);
            answer(secret, "no").then().statusCode(200);
        }

        answer(secret, "yes")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"));
        anonymous().get("/api/v1/join/{token}", secret).then().statusCode(200).body("answer", equalTo("no"));

        TestSettings.CLOCK.advance(Duration.ofSeconds(5));
        answer(secret, "yes").then().statusCode(200).body("answer", equalTo("yes"));
    }

    private static String asked(String slug, String mailbox) {
        as(ADMIN)
                .body(Map.of("slug", slug, "name", slug, "state", "candidate"))
                .post("/api/v1/shops")
                .then()
                .statusCode(201);
        patching(ADMIN, 0, "{\"mailbox\": \"%s\"}".formatted(mailbox))
                .patch("/api/v1/shops/{slug}/contact", slug)
                .then()
                .statusCode(200);
        as(ADMIN)
                .body(Map.of("wave", "w", "shops", List.of(slug)))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201);
        return MailServer.secret(MailServer.awaitMail(mailbox, 1));
    }

    private static Response answer(String secret, String word) {
        return anonymous().body(Map.of("answer", word)).post("/api/v1/join/{token}", secret);
    }

    private static Response invite(String shop, String key) {
        return as(shop + "-manager")
                .header("Idempotency-Key", key)
                .body(Map.of("email", "bea@winkel.example", "name", "Bea", "role", "contributor"))
                .post("/api/v1/shops/{slug}/member-invitations", shop);
    }

    private static Matcher<Integer> not429() {
        return not(429);
    }
}
