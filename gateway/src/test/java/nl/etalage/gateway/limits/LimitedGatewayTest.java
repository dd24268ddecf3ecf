package nl.etalage.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes too often is told so, and nobody suffers for another. */
@QuarkusTest
@TestProfile(StrictGateway.class)
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class LimitedGatewayTest {

    private static final int FAR_TOO_OFTEN = 200;

    @BeforeEach
    void quiet() {
        Neighbours.reset();
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address).header("Accept-Language", "en");
    }

    private static RequestSpecification with(String token, String address) {
        return from(address).header("Authorization", "Bearer " + token);
    }

    /** Asks again and again, until refused. */
    private static Response untilRefused(Supplier<Response> call) {
        for (int times = 0; times < FAR_TOO_OFTEN; times++) {
            Response answer = call.get();
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }

    @Test
    void whoComesTooOftenIsToldWhenToComeBack() {
        String token = Tokens.machine("webshop-limits", "library:read");

        untilRefused(() -> with(token, "203.0.113.1").get("/api/v1/me"))
                .then()
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("RateLimit-Policy", "\"credential\";q=20;w=20")
                .header("RateLimit", matchesPattern("\"credential\";r=0;t=\\d+"))
                .body("type", equalTo("https://etalage.nl/problems/too-many-requests"))
                .body("title", equalTo("Slow down a little"));
    }

    @Test
    void everyAnswerSaysWhatIsLeft() {
        with(Tokens.person("limits-reader"), "203.0.113.2")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"credential\";q=20;w=20")
                .header("RateLimit", "\"credential\";r=19;t=1");
    }

    @Test
    void aNewTokenIsNoNewCaller() {
        untilRefused(
                () -> with(Tokens.person("limits-collector"), "203.0.113.3").get("/api/v1/me"));

        with(Tokens.person("limits-collector"), "203.0.113.4")
                .get("/api/v1/me")
                .then()
                .statusCode(429);
    }

    @Test
    void whoIsRefusedTakesNothingFromColleaguesAtTheSameAddress() {
        untilRefused(() -> from("203.0.113.5").get("/api/v1/me"));

        with(Tokens.person("limits-colleague"), "203.0.113.5")
                .get("/api/v1/shops")
                .then()
                .statusCode(429);
        String known = Tokens.person("limits-known");
        with(known, "203.0.113.6").get("/api/v1/me").then().statusCode(200);
        with(known, "203.0.113.5").get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void aTokenThatDoesNotHoldFillsNobodysBucketButItsAddress() {
        String forged = Tokens.of("limits-victim").audience("elsewhere").token();
        untilRefused(() -> with(forged, "203.0.113.7").get("/api/v1/me"));

        with(Tokens.person("limits-victim"), "203.0.113.8")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("RateLimit", "\"credential\";r=19;t=1");
        from("203.0.113.9").get("/api/v1/me").then().statusCode(401).header("RateLimit", "\"address\";r=9;t=1");
    }

    @Test
    void newTokensThatHoldLeaveTheAddressAsItWas() {
        for (int person = 0; person < 30; person++) {
            with(Tokens.person("limits-" + person), "203.0.113.10")
                    .get("/api/v1/me")
                    .then()
                    .statusCode(not(429));
        }

        from("203.0.113.10").get("/api/v1/me").then().header("RateLimit", "\"address\";r=9;t=1");
    }

    @Test
    void theServiceHearsWhoCalledAndNotWhatTheCallerMadeOfIt() {
        with(Tokens.person("limits-traveller"), "6.6.6.6, 203.0.113.11")
                .get("/api/v1/me")
                .then()
                .statusCode(200);

        assertEquals("203.0.113.11", Neighbours.SHOPS.requests().get(0).header("X-Forwarded-For"));
    }

    @Test
    void pagesAreCountedByAddressAndHealthIsNot() {
        Response refused =
                untilRefused(() -> from("203.0.113.12").accept("text/html").get("/"));

        assertTrue(refused.contentType().startsWith("text/html"), refused.contentType());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1);
        from("203.0.113.12").get("/q/health/live").then().statusCode(200);
    }

    @Test
    void whenThereIsTooMuchToDoCallsGoFirstAndHealthAndSigningInLast() throws Exception {
        Neighbours.SHOPS.delay(Duration.ofSeconds(3));
        String token = Tokens.machine("webshop-crowd", "library:read");
        List<CompletableFuture<Response>> crowd = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> with(token, "203.0.113.13").get("/api/v1/me"), at -> new Thread(at, "crowd").start()))
                .toList();
        Response refused = CompletableFuture.anyOf(crowd.toArray(CompletableFuture[]::new))
                .thenApply(Response.class::cast)
                .get(30, TimeUnit.SECONDS);

        assertEquals(503, refused.statusCode());
        assertEquals("1", refused.header("Retry-After"));
        assertTrue(refused.asString().contains("https://etalage.nl/problems/unavailable"), refused.asString());
        from("203.0.113.14").get("/q/health/live").then().statusCode(200);
        from("203.0.113.14").redirects().follow(false).get("/sign-in").then().statusCode(302);
        long served = crowd.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 200)
                .count();
        assertEquals(2, served, "as many as may be under way, and they are served well");
    }
}
