package nl.etalage.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemAnswersTest {

    private static ValidatableResponse posted(String json) {
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .body(json)
                .post("/probe")
                .then()
                .contentType(ProblemDocument.MEDIA_TYPE);
    }

    @Test
    void anUnknownFieldIsNamedWithItsPlace() {
        posted("{\"hours\": [{\"day\": \"MONDAY\", \"closes\": 3}]}")
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/invalid-input"))
                .body("status", equalTo(422))
                .body("violations[0].pointer", equalTo("/hours/0/closes"))
                .body("violations[0].detail", equalTo("We do not know the field \"closes\"."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"hours": [{"day": "SUNDAY"}]}        | /hours/0/day     | This should be one of these words: MONDAY, TUESDAY.
            {"hours": [{"minutes": "many"}]}      | /hours/0/minutes | This should be a number.
            {"hours": {"day": 1}}                 | /hours           | This should be a list.
            {"title": {"nl": "x"}}                | /title           | This should be text.
            {"at": "2027-13-01T00:00"}            | /at              | This should be a date with a time, such as 2026-12-05T10:00.
            {"title": "a\\u0000b"}                | /title           | This should be text.
            {"title": "a\\ud83eb"}                | /title           | This should be text.
            {"title": "a\\udeb6"}                 | /title           | This should be text.
            """)
    void aWrongTypeSaysWhatWasExpectedWhere(String json, String pointer, String sentence) {
        posted(json)
                .statusCode(422)
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].detail", equalTo(sentence));
    }

    @Test
    void aWholeEmojiIsText() {
        given().contentType("application/json")
                .body("{\"title\": \"\\ud83e\\udeb6\"}")
                .post("/probe")
                .then()
                .statusCode(200)
                .body("title", equalTo("\ud83e\udeb6"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"title": | 400
            <x/>      | 400
            nul       | 400
            {"title": "a", "title": "b"} | 400
            """)
    void malformedJsonIsCalledThat(String body, int status) {
        posted(body).statusCode(status).body("type", equalTo("https://etalage.nl/problems/malformed-json"));
    }

    @Test
    void jsonDeeperThanAnyPersonWritesIsRefused() {
        posted("{\"hours\": " + "[".repeat(4000)).statusCode(not(equalTo(500)));
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithASentence() {
        posted("{\"title\": \"" + "x".repeat(20_000) + "\"}").statusCode(413).body("title", equalTo("This is too big"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nowhere,             404, not-found",
        "DELETE, /probe,               405, method-not-allowed",
        "GET,    /probe?limit=abc,     404, not-found",
        "GET,    /probe?limit=500,     422, invalid-input",
        "GET,    /probe?limit=%00,     400, invalid-request",
        "GET,    /probe/conflict%00,   400, invalid-request"
    })
    void plumbingAnswersProblemsToo(String method, String path, int status, String name) {
        given().urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body("type", equalTo(ProblemType.TYPE_PREFIX + name));
    }

    @ParameterizedTest
    @CsvSource({"nl, Dit mag hooguit 5 tekens zijn.", "en, This can be at most 5 characters."})
    void aParameterThatIsTooLongIsNamedAsItWasSentInTheLanguageOfTheSender(String language, String sentence) {
        given().header("Accept-Language", language)
                .get("/probe/search?q=koffie")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("#q"))
                .body("violations[0].detail", equalTo(sentence));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().contentType("text/plain")
                .body("x")
                .post("/probe")
                .then()
                .statusCode(415)
                .contentType(ProblemDocument.MEDIA_TYPE);
    }

    @Test
    void aProblemOfTheCatalogueCarriesItsMembersHeadersAndPlace() {
        given().get("/probe/conflict")
                .then()
                .statusCode(409)
                .header("Retry-After", "3")
                .header("Content-Language", "nl")
                .body("version", equalTo(7))
                .body("violations[0].pointer", equalTo("/title"))
                .body("title", equalTo("Dat kan nu niet"));
    }

    @Test
    void anUnexpectedFailureTellsNothingOfTheInside() {
        given().get("/probe/broken")
                .then()
                .statusCode(500)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .body(not(containsString("jdbc")))
                .body(not(containsString("IllegalState")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en-GB,en;q=0.9,nl;q=0.8 | en
            de, nl;q=0.5            | nl
            fr                      | nl
            ;;;q=                   | nl
            """)
    void theSentenceIsInTheLanguageAskedFor(String header, String language) {
        given().header("Accept-Language", header).get("/nowhere").then().header("Content-Language", language);
    }
}
