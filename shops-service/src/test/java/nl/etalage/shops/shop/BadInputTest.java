package nl.etalage.shops.shop;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest {

    @ParameterizedTest(name = "{0} is pointed at {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"slug": "ok", "name": "x", "colour": "red"}                                       | /colour
            {"slug": "ok", "name": 5}                                                          | /name
            {"slug": "ok", "name": true}                                                       | /name
            {"slug": "ok", "name": ["x"]}                                                      | /name
            {"slug": "ok", "name": {"nl": "x"}}                                                | /name
            {"slug": "ok", "name": "x", "kind": "mall"}                                        | /kind
            {"slug": "ok", "name": "x", "kind": 1}                                             | /kind
            {"slug": "ok", "name": "x", "openingHours": {}}                                    | /openingHours
            {"slug": "ok", "name": "x", "openingHours": "altijd"}                              | /openingHours
            {"slug": "ok", "name": "x", "openingHours": [{"day": "maandag"}]}                  | /openingHours/0/day
            {"slug": "ok", "name": "x", "openingHours": [{"day": "monday", "opens": "25:00"}]} | /openingHours/0/opens
            {"slug": "ok", "name": "x", "openingHours": [{"day": "monday", "opens": 10}]}      | /openingHours/0/opens
            {"slug": "ok", "name": "x", "openingHours": [5]}                                   | /openingHours/0
            {"slug": "ok", "name": "x", "openingHours": [null]}                                | /openingHours/0
            {"slug": "ok", "name": "x", "rhythm": {"postsPerWeek": 1.5}}                       | /rhythm/postsPerWeek
            {"slug": "ok", "name": "x", "rhythm": {"postsPerWeek": "3"}}                       | /rhythm/postsPerWeek
            {"slug": "ok", "name": "x", "rhythm": {"postsPerWeek": 99999999999}}               | /rhythm/postsPerWeek
            {"slug": "ok", "name": "x", "rhythm": {}}                                          | /rhythm/postsPerWeek
            {"slug": "ok", "name": "x", "profiles": {"mastodon": 5}}                           | /profiles/mastodon
            {"slug": "ok", "name": "x", "profiles": {"mastodon": null}}                        | /profiles/mastodon
            {"slug": "ok", "name": "x", "groups": [null]}                                      | /groups/0
            {"slug": "ok", "name": "x", "groups": ["a", "a"]}                                  | /groups/1
            {"slug": "ok", "name": "x", "version": 3}                                          | /version
            {"slug": "met spatie", "name": "x"}                                                | /slug
            {"slug": "ok", "name": "a\\u0000b"}                                                | /name
            {"slug": "ok", "name": "a\\ud800b"}                                                | /name
            {"slug": "ok", "fields": {"a b": "x"}, "name": "x"}                                | /fields/a b
            {"slug": "ok"}                                                                     | /name
            {}                                                                                 | /slug
            """)
    void whatIsWrongIsPointedAt(String body, String pointer) {
        as(ADMIN)
                .body(body)
                .post("/api/v1/shops")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://etalage.nl/problems/invalid-input"))
                .body("violations.pointer", hasItem(pointer))
                .body("violations[0].detail", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"slug\": }", "nul", "{\"slug\": \"a\"} x", "\u0000", "{'slug': 'a'}", "", "null"})
    void whatIsNoJsonIsSaidToBeNone(String body) {
        as(ADMIN)
                .body(body)
                .post("/api/v1/shops")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://etalage.nl/problems/malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"shop\"", "true"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        as(ADMIN).body(body).post("/api/v1/shops").then().statusCode(422).body("title", notNullValue());
        String slug = newShop();
        patching(ADMIN, 0, body).patch("/api/v1/shops/{slug}", slug).then().statusCode(422);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        as(ADMIN)
                .body("{\"slug\": \"groot\", \"name\": \"" + "x".repeat(1_100_000) + "\"}")
                .post("/api/v1/shops")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        as(ADMIN)
                .body("{\"slug\": " + "[".repeat(2_000) + "]".repeat(2_000) + "}")
                .post("/api/v1/shops")
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .statusCode(lessThan(500));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        as(ADMIN)
                .contentType("text/plain")
                .body("slug=a")
                .post("/api/v1/shops")
                .then()
                .statusCode(415);
        String slug = newShop();
        as(ADMIN)
                .header("If-Match", "\"0\"")
                .body("{\"town\": \"x\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/shops/met%20spatie",
                "/api/v1/shops/%27;drop%20table%20shop;--",
                "/api/v1/shops/*",
                "/api/v1/shops/ZEIST",
                "/api/v1/shops/%F0%9F%98%80",
                "/api/v1/shops/..%2f..%2fetc",
                "/api/v1/shops/a,b",
                "/api/v1/shops/zeist/members/geen-uuid",
                "/api/v1/shops/met%20spatie/members",
                "/api/v1/shops/a,b/integrations",
                "/api/v1/groups/met%20spatie",
                "/api/v1/nergens"
            })
    void whatCannotExistIsNotFound(String path) {
        as(ADMIN)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, #limit",
        "limit=101, #limit",
        "limit=-1, #limit",
        "kind=mall, #kind",
    })
    void aParameterOutOfRangeIsPointedAt(String query, String pointer) {
        as(ADMIN).get("/api/v1/shops?" + query).then().statusCode(422).body("violations.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=veel",
                "limit=99999999999",
                "limit=1.5",
                "pageToken=onzin",
                "pageToken=",
                "pageToken=%00",
                "pageToken=AAAA",
                "q=%00",
                "group=%00",
                "q=%ff%fe"
            })
    void hostileParametersNeverBreakAnything(String query) {
        as(ADMIN).urlEncodingEnabled(false).get("/api/v1/shops?" + query).then().statusCode(lessThan(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0", "W/\"0\"", "*\"", "\"\"", "x", ","})
    void aBrokenIfMatchIsNoMatch(String header) {
        String slug = newShop();
        as(ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", header)
                .body("{\"town\": \"Zeist\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(412);
    }

    static Stream<String> invalidTokens() {
        return Stream.of(
                Tokens.unsigned(),
                Tokens.foreign(),
                Tokens.forged(),
                Tokens.of("admin").expired().token(),
                Tokens.of("admin").audience("another-api").token(),
                "onzin",
                "a.b.c");
    }

    @ParameterizedTest
    @MethodSource("invalidTokens")
    void anInvalidTokenIsNoCredentialWhateverElseIsAsked(String token) {
        for (String path :
                List.of("/api/v1/shops", "/api/v1/me", "/api/v1/nergens", "/internal/merge-fields", "/events")) {
            with(token)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://etalage.nl/problems/authentication-required"));
        }
        with(token).body("{").post("/api/v1/shops").then().statusCode(401);
        with(token).delete("/api/v1/shops").then().statusCode(401);
    }

    @Test
    void problemsSpeakTheLanguageAskedFor() {
        as("nobody")
                .header("Accept-Language", "en-GB,en;q=0.8")
                .get("/api/v1/shops/zeist")
                .then()
                .statusCode(404)
                .header("Content-Language", equalTo("en"))
                .body("detail", equalTo("This shop doesn't exist, or it isn't yours."));
    }
}
