package nl.etalage.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.calls.TraceContext;
import nl.etalage.testing.FakeNeighbour;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes through, what is taken out, and what is put in. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class PassageTest {

    @BeforeEach
    void quiet() {
        Neighbours.reset();
    }

    private static RequestSpecification known() {
        return given().header("Authorization", "Bearer " + Tokens.person("zeist-publisher"))
                .redirects()
                .follow(false);
    }

    private static FakeNeighbour.Request heard() {
        return Neighbours.SHOPS.requests().get(0);
    }

    @Test
    void pathQueryMethodAndBodyArriveAsTheyWereSent() {
        Neighbours.SHOPS.answer("PATCH", "/api/v1/shops/zeist", 200, "{\"slug\": \"zeist\"}");

        known().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"3\"")
                .header("Idempotency-Key", "een-sleutel")
                .urlEncodingEnabled(false)
                .body("{\"town\":\"Zeist é\"}")
                .patch("/api/v1/shops/zeist?q=a%20b&x=1%2B1")
                .then()
                .statusCode(200)
                .body("slug", equalTo("zeist"));

        assertEquals("PATCH", heard().method());
        assertEquals("/api/v1/shops/zeist?q=a%20b&x=1%2B1", heard().path());
        assertEquals("{\"town\":\"Zeist é\"}", heard().body());
        assertEquals("\"3\"", heard().header("If-Match"));
        assertEquals("een-sleutel", heard().header("Idempotency-Key"));
        assertTrue(heard().header("Content-Type").startsWith("application/merge-patch+json"));
    }

    @Test
    void whatOnlyTheGatewayMaySayIsTakenOutAndSaidAnew() {
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");

        known().header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Forwarded-User", "admin")
                .header("Forwarded", "for=10.0.0.1;host=evil.example")
                .header("X-Real-IP", "10.0.0.1")
                .header("X-Auth-Request-User", "admin")
                .header("X-Remote-User", "admin")
                .header("Remote-User", "admin")
                .header("X_Forwarded_For", "10.0.0.1")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Cookie", "anything=1")
                .get("/api/v1/me")
                .then()
                .statusCode(200);

        assertEquals("127.0.0.1", heard().header("X-Forwarded-For"));
        assertEquals("localhost:" + Neighbours.port(), heard().header("X-Forwarded-Host"));
        assertEquals("http", heard().header("X-Forwarded-Proto"));
        assertEquals("localhost:" + Neighbours.port(), heard().header("Host"));
        for (String name : new String[] {
            "X-Forwarded-Prefix",
            "X-Forwarded-User",
            "Forwarded",
            "X-Real-IP",
            "X-Auth-Request-User",
            "X-Remote-User",
            "Remote-User",
            "X_Forwarded_For",
            "X-HTTP-Method-Override",
            "Cookie"
        }) {
            assertNull(heard().header(name), name);
        }
    }

    @Test
    void whatIsForOneHopStaysOnIt() {
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");

        known().header("Connection", "keep-alive, X-Mine, Authorization")
                .header("X-Mine", "secret")
                .header("TE", "trailers")
                .header("Upgrade", "websocket")
                .header("Proxy-Authorization", "Basic x")
                .get("/api/v1/me")
                .then()
                .statusCode(200);

        assertNull(heard().header("X-Mine"));
        assertNull(heard().header("TE"));
        assertNull(heard().header("Upgrade"));
        assertNull(heard().header("Proxy-Authorization"));
        assertTrue(heard().header("Authorization").startsWith("Bearer "), "no caller can make it disappear");
    }

    @Test
    void aTraceGoesOnAndOneBeginsWhereThereWasNone() {
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        known().header("traceparent", trace).get("/api/v1/me");
        known().header("tracestate", "mine=1").get("/api/v1/me");

        var requests = Neighbours.SHOPS.requests();
        assertEquals(trace, requests.get(0).header("traceparent"));
        assertTrue(TraceContext.valid(requests.get(1).header("traceparent")));
        assertNull(requests.get(1).header("tracestate"), "a state without its trace means nothing");
    }

    @Test
    void aProblemOfAServiceGoesThroughAsItIs() {
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/shops/elders", 404, "{\"type\": \"https://etalage.nl/problems/shop-not-found\"}");

        known().get("/api/v1/shops/elders")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://etalage.nl/problems/shop-not-found"));
    }

    @Test
    void everyAnswerHasTheHeadersThatKeepBrowsersSafe() {
        known().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Strict-Transport-Security", nullValue());
        given().get("/")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void noAnswerTellsWhatStandsBehind() {
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");

        known().get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue())
                .header("Date", notNullValue());
    }

    @Test
    void aHeadIsAnsweredWithoutABody() {
        Neighbours.SHOPS.answer("HEAD", "/api/v1/me", 200, "");

        String body =
                known().head("/api/v1/me").then().statusCode(200).extract().asString();

        assertTrue(body.isEmpty());
        assertEquals("HEAD", heard().method());
    }

    @Test
    void tooLargeABodyIsRefusedBeforeItIsRead() {
        known().contentType("application/json")
                .body("{\"a\": \"" + "x".repeat(1_100_000) + "\"}")
                .post("/api/v1/stories")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("title", equalTo("Dit is te groot"));
        assertTrue(Neighbours.CONTENT.requests().isEmpty());
    }

    @Test
    void anUploadMayBeLarger() {
        Neighbours.CONTENT.answer("POST", "/api/v1/assets", 201, "{}");

        known().multiPart("file", "foto.jpg", new byte[3_000_000], "image/jpeg")
                .post("/api/v1/assets")
                .then()
                .statusCode(201);

        assertFalse(Neighbours.CONTENT.requests().isEmpty());
    }
}
