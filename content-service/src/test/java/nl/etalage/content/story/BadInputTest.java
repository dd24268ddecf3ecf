package nl.etalage.content.story;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.patch;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import nl.etalage.content.Network;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest {

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    static Stream<Arguments> unacceptable() {
        String many = "\"x\",".repeat(10_000);
        return Stream.of(
                Arguments.of("{}", "/type"),
                Arguments.of("{\"type\": \"poem\"}", "/type"),
                Arguments.of("{\"type\": 3}", "/type"),
                Arguments.of("{\"type\": \"tip\", \"colour\": \"red\"}", "/colour"),
                Arguments.of("{\"type\": \"tip\", \"title\": 5}", "/title"),
                Arguments.of("{\"type\": \"tip\", \"title\": {\"nl\": \"x\"}}", "/title"),
                Arguments.of("{\"type\": \"tip\", \"title\": \"%s\"}".formatted("x".repeat(201)), "/title"),
                Arguments.of("{\"type\": \"tip\", \"title\": \"a\\u0000b\"}", "/title"),
                Arguments.of("{\"type\": \"tip\", \"title\": \"a\\ud83eb\"}", "/title"),
                Arguments.of("{\"type\": \"tip\", \"details\": {\"place\": \"a\\ud83eb\"}}", "/details/place"),
                Arguments.of("{\"type\": \"tip\", \"summary\": \"%s\"}".formatted("x".repeat(501)), "/summary"),
                Arguments.of("{\"type\": \"tip\", \"body\": \"%s\"}".formatted("x".repeat(20_001)), "/body"),
                Arguments.of("{\"type\": \"tip\", \"body\": \"%sx\"}".formatted("> ".repeat(500)), "/body"),
                Arguments.of("{\"type\": \"tip\", \"body\": \"Bij {{shop.nonsense}}\"}", "/body"),
                Arguments.of("{\"type\": \"tip\", \"title\": \"Bij {{shop name}}\"}", "/title"),
                Arguments.of("{\"type\": \"tip\", \"link\": \"javascript:alert(1)\"}", "/link"),
                Arguments.of("{\"type\": \"tip\", \"link\": \"geen adres\"}", "/link"),
                Arguments.of("{\"type\": \"tip\", \"locale\": \"Nederlands!\"}", "/locale"),
                Arguments.of("{\"type\": \"tip\", \"functions\": [\"fun\"]}", "/functions/0"),
                Arguments.of("{\"type\": \"tip\", \"functions\": \"awareness\"}", "/functions"),
                Arguments.of("{\"type\": \"tip\", \"functions\": [\"action\", \"action\"]}", "/functions"),
                Arguments.of("{\"type\": \"tip\", \"themes\": [%s\"x\"]}".formatted(many), "/themes"),
                Arguments.of("{\"type\": \"tip\", \"themes\": [\"\"]}", "/themes/0"),
                Arguments.of("{\"type\": \"tip\", \"themes\": [\"thee\", \"staat nergens op\"]}", "/themes/1"),
                Arguments.of("{\"type\": \"tip\", \"themes\": [\"\\ud83e\\udef6\"]}", "/themes/0"),
                Arguments.of("{\"type\": \"tip\", \"season\": [\"regen\"]}", "/season/0"),
                Arguments.of("{\"type\": \"tip\", \"season\": [\"kerst\", \"kerst\"]}", "/season"),
                Arguments.of("{\"type\": \"tip\", \"assets\": [\"geen-id\"]}", "/assets/0"),
                Arguments.of(
                        "{\"type\": \"tip\", \"assets\": [\"01936b1e-0000-7000-8000-000000000000\"]}", "/assets/0"),
                Arguments.of("{\"type\": \"tip\", \"products\": [{}]}", "/products/0"),
                Arguments.of("{\"type\": \"tip\", \"products\": [{\"gtin\": \"12\"}]}", "/products/0/gtin"),
                Arguments.of("{\"type\": \"tip\", \"channelTexts\": {\"myspace\": \"x\"}}", "/channelTexts"),
                Arguments.of("{\"type\": \"tip\", \"availableFrom\": \"morgen\"}", "/availableFrom"),
                Arguments.of("{\"type\": \"tip\", \"availableFrom\": \"+900000-01-01T00:00:00Z\"}", "/availableFrom"),
                Arguments.of(
                        """
                        {"type": "tip", "availableFrom": "2026-12-05T10:00:00Z",
                         "availableUntil": "2026-12-05T10:00:00Z"}""",
                        "/availableUntil"),
                Arguments.of("{\"type\": \"tip\", \"targetGroups\": [\"Regio Noord\"]}", "/targetGroups/0"),
                Arguments.of("{\"type\": \"tip\", \"lockedFields\": [\"price\"]}", "/lockedFields/0"),
                Arguments.of("{\"type\": \"tip\", \"details\": [1]}", "/details"),
                Arguments.of("{\"type\": \"tip\", \"details\": {\"a b\": 1}}", "/details"),
                Arguments.of("{\"type\": \"tip\", \"details\": {\"deep\": {\"er\": 1}}}", "/details/deep"),
                Arguments.of("{\"type\": \"impact\", \"details\": {\"figure\": 1e400}}", "/details/figure"),
                Arguments.of("{\"type\": \"impact\", \"details\": {\"date\": \"gisteren\"}}", "/details/date"),
                Arguments.of("{\"type\": \"event\", \"details\": {\"startsAt\": \"om tien\"}}", "/details/startsAt"),
                Arguments.of("{\"type\": \"playbook\", \"details\": {\"steps\": \"een\"}}", "/details/steps"));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void whatCantBeKeptIsPointedAt(String body, String pointer) {
        json("editor", body)
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem(pointer));
    }

    @Test
    void aTimeThatTheClockSkipsIsNamedWithTheNextThatExists() {
        json("editor", "{\"type\": \"event\", \"details\": {\"startsAt\": \"2027-03-28T02:30\"}}")
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", is("/details/startsAt"))
                .body("violations[0].detail", containsString("2027-03-28T03:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{\"type\": \"tip\"} extra", "{'type': 'tip'}"})
    void whatIsNoJsonObjectIsRefused(String body) {
        json("editor", body)
                .post("/api/v1/stories")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422))
                .contentType("application/problem+json");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "{\"type\": \"tip\", \"details\": " + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}";
        json("editor", deep)
                .post("/api/v1/stories")
                .then()
                .statusCode(lessThan(500))
                .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        json("editor", "{\"type\": \"tip\", \"title\": \"" + "x".repeat(1_100_000) + "\"}")
                .post("/api/v1/stories")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsCountedAsItComes() throws IOException, InterruptedException {
        byte[] body =
                ("{\"type\": \"tip\", \"title\": \"" + "x".repeat(1_048_576) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/stories"))
                .header("Authorization", "Bearer " + Tokens.person("editor"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🎉👩‍👩‍👧‍👦 koffie",
                "\u202Eאבג مرحبا",
                "e\u0301\u0301\u0301\u0301\u0301",
                "<script>alert(1)</script>",
                "'; DROP TABLE story; --",
                "%s %d ${x} #{y} {0}",
                "\\\\ \\\" \\/ \\t",
            })
    void whatPeopleMayWriteIsKeptAsWritten(String title) {
        Response made = json("editor", "{\"type\": \"tip\", \"title\": \"%s\"}".formatted(title.replace("%", "%")))
                .post("/api/v1/stories");
        made.then().statusCode(201);
        Response read = as("editor").get("/api/v1/stories/{id}", made.<String>path("id"));
        read.then().statusCode(200);
        if (!title.contains("\\")) {
            read.then().body("title", is(title));
        }
    }

    @Test
    void theLimitItselfFits() {
        json(
                        "editor",
                        "{\"type\": \"tip\", \"title\": \"%s\", \"body\": \"%s\"}"
                                .formatted("🎉".repeat(200), "é".repeat(20_000)))
                .post("/api/v1/stories")
                .then()
                .statusCode(201);
    }

    @Test
    void aPatchThatIsNoObjectOrHasTheWrongMediaTypeIsRefused() {
        String story = Network.draft("\"body\": \"Tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        patch(seen, "editor", "[1]").patch("/api/v1/stories/{id}", story).then().statusCode(400);
        patch(seen, "editor", "{\"state\": \"released\"}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", is("/state"));
        as("editor")
                .header("If-Match", seen.header("ETag"))
                .contentType(ContentType.JSON)
                .body("{\"title\": \"x\"}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"geen-id", "%00", "01936b1e-0000-7000-8000-000000000000", "..%2f..", "'"})
    void anIdThatIsNoneIsNotFound(String id) {
        as("editor")
                .urlEncodingEnabled(false)
                .get("/api/v1/stories/" + id)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "pageToken=x", "pageToken=AAAAAAAAAAAAAAAAAAAAAAAA"})
    void aPageThatCantBeIsRefused(String query) {
        as("editor").get("/api/v1/stories?" + query).then().statusCode(org.hamcrest.Matchers.oneOf(400, 404, 422));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stories?q=", "/library?shop=nergens&q=", "/library?shop=nergens&theme="})
    void whatIsLookedForAndTooLongIsNamedAsItWasAsked(String asked) {
        as("editor")
                .get("/api/v1" + asked + "x".repeat(201))
                .then()
                .statusCode(422)
                .body(
                        "violations[0].pointer",
                        is("#"
                                + asked.substring(Math.max(asked.indexOf('?'), asked.indexOf('&')) + 1)
                                        .replace("=", "")))
                .body("violations[0].detail", is("Dit mag hooguit 200 tekens zijn."));
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("expired", Tokens.of("editor").expired().token()),
                Arguments.of(
                        "other audience", Tokens.of("editor").audience("other").token()),
                Arguments.of("unsigned", Tokens.unsigned()),
                Arguments.of("foreign", Tokens.foreign()),
                Arguments.of("forged", Tokens.forged()),
                Arguments.of("nonsense", "nonsense"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aTokenThatIsNotOursOpensNothing(String what, String token) {
        Network.with(token)
                .get("/api/v1/stories")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("ingelogd"));
    }

    @Test
    void withoutATokenNothingOpensWhateverIsAsked() {
        Network.anonymous().get("/api/v1/stories").then().statusCode(401);
        Network.anonymous().get("/api/v1/nothing").then().statusCode(401);
        Network.anonymous().body("{").delete("/api/v1/stories/x").then().statusCode(401);
    }
}
