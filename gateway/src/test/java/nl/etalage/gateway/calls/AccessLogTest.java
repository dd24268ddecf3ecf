package nl.etalage.gateway.calls;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who came, for what, and what became of it; never a secret. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class AccessLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            line.getMessage().lines().forEach(lines::add);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Neighbours.reset();
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");
        Logger.getLogger(AccessLog.CATEGORY).addHandler(listener);
    }

    @AfterEach
    void stop() {
        Logger.getLogger(AccessLog.CATEGORY).removeHandler(listener);
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    /** The next line that tells of a call with the trace of these tests. */
    private JsonNode next() throws Exception {
        return next("trace", TRACE);
    }

    private JsonNode next(String field, String value) throws Exception {
        JsonNode line;
        do {
            line = new ObjectMapper().readTree(String.valueOf(lines.poll(10, TimeUnit.SECONDS)));
        } while (!line.isNull() && !value.equals(line.path(field).asText()));
        return line;
    }

    @Test
    void aMembersCallIsALine() throws Exception {
        with(Tokens.person("zeist-publisher")).get("/api/v1/me");

        JsonNode line = next();
        assertEquals("GET", line.path("method").asText());
        assertEquals("/api/v1/me", line.path("path").asText());
        assertEquals(200, line.path("status").asInt());
        assertEquals("zeist-publisher", line.path("member").asText());
        assertEquals("127.0.0.1", line.path("address").asText());
        assertEquals(TRACE, line.path("trace").asText());
        assertTrue(line.path("micros").asLong() > 0, line.toString());
        assertTrue(line.path("time").asText().endsWith("Z"), line.toString());
        assertFalse(line.has("client"));
        assertFalse(line.has("problem"));
    }

    @Test
    void aMachineIsNamedByItsClient() throws Exception {
        with(Tokens.machine("webshop-zeist", "library:read")).get("/api/v1/me");

        JsonNode line = next();
        assertEquals("webshop-zeist", line.path("client").asText());
        assertFalse(line.has("member"));
    }

    @Test
    void aRefusalSaysWhichAndNamesNobodyItIsNotSureOf() throws Exception {
        with(Tokens.of("admin").expired().token()).get("/api/v1/me");

        JsonNode line = next();
        assertEquals(401, line.path("status").asInt());
        assertEquals("authentication-required", line.path("problem").asText());
        assertFalse(line.has("member"), line.toString());
    }

    @Test
    void theProblemOfAServiceIsNamedToo() throws Exception {
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/shops/elders", 404, "{\"type\":\"https://etalage.nl/problems/shop-not-found\"}");

        with(Tokens.person("admin")).get("/api/v1/shops/elders");

        assertEquals("shop-not-found", next().path("problem").asText());
    }

    @Test
    void noSecretIsInIt() throws Exception {
        String token = Tokens.person("zeist-publisher");
        with(token).get("/api/v1/feeds/aB3dE5gH7jK9mN1pQ3sT5v.json?access_token=geheim&q=zoeken");

        String line = next().toString();
        assertFalse(line.contains(token.substring(token.lastIndexOf('.'))), line);
        assertFalse(line.contains("aB3dE5gH7jK9mN1pQ3sT5v"), line);
        assertFalse(line.contains("geheim") || line.contains("zoeken"), line);
        assertTrue(line.contains("/api/v1/feeds/…"), line);
    }

    @Test
    void whoBringsNoCredentialIsCountedAndNotWritten() throws Exception {
        given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        with(Tokens.person("zeist-publisher")).get("/api/v1/me").then().statusCode(200);

        assertEquals("zeist-publisher", next().path("member").asText(), "the first line is of the second call");
    }

    @Test
    void aPersonOnAPageIsAMember() throws Exception {
        SigningIn.Browser browser = new SigningIn.Browser();
        browser.visit("/sign-in");

        browser.get("/");

        JsonNode line = next("path", "/");
        assertEquals("/", line.path("path").asText());
        assertEquals(SigningIn.PERSON, line.path("member").asText());
        assertFalse(line.toString().contains("q_session"));
    }
}
