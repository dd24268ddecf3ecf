package nl.etalage.gateway.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which a shop says whether it joins. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class JoinPageTest {

    private static final String TOKEN = "a".repeat(43);
    private static final String PATH = "/join/" + TOKEN;
    private static final String API = "/api/v1/join/" + TOKEN;

    @BeforeEach
    void anInvitation() {
        Neighbours.reset();
        asked("null", false);
    }

    private static void asked(String answer, boolean settled) {
        String question =
                """
                {"network": "De Wereldwinkels", "questions": "redactie@wereldwinkels.example",
                 "shop": "Wereldwinkel <Zeist>", "town": "Zeist", "website": null,
                 "openingHours": [{"day": "tuesday", "opens": "10:00", "closes": "12:30"},
                                  {"day": "tuesday", "opens": "13:30", "closes": "17:30"}],
                 "locale": "nl", "answer": %s, "settled": %s, "expires": "2027-01-01T00:00:00Z"}"""
                        .formatted(answer, settled);
        Neighbours.SHOPS.answer("GET", API, 200, question);
        Neighbours.SHOPS.answer("POST", API, 200, question);
    }

    private static RequestSpecification browser() {
        return given().accept("text/html").redirects().follow(false);
    }

    private static RequestSpecification form() {
        return browser().contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    @Test
    void itSaysWhoAsksWhatAndHowToLeaveAndKeepsItsAddressToItself() {
        browser()
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("X-Robots-Tag", equalTo("noindex"))
                .header("Set-Cookie", equalTo(null))
                .body(containsString("lang=\"nl\""))
                .body(containsString("De Wereldwinkels nodigt Wereldwinkel &lt;Zeist&gt; uit"))
                .body(containsString("Ongeveer twee minuten per week."))
                .body(containsString("Iets plaatsen zonder dat jullie ja zeiden."))
                .body(containsString("Andere winkels zien jullie cijfers niet."))
                .body(containsString("krijgen jullie al jullie teksten, foto’s en cijfers mee"))
                .body(containsString("value=\"10.00-12.30, 13.30-17.30\""))
                .body(containsString("Ja, wij doen mee"))
                .body(containsString("mailto:redactie@wereldwinkels.example"))
                .body(not(containsString("/sign-in")));
    }

    @Test
    void inEnglishForWhoReadsEnglish() {
        browser()
                .header("Accept-Language", "en")
                .get(PATH)
                .then()
                .body(containsString("Yes, we take part"), containsString("Tuesday"), not(containsString("Dinsdag")));
    }

    @Test
    void openingItAsksOnlyAndChangesNothing() {
        browser().get(PATH).then().statusCode(200);
        browser().head(PATH).then().statusCode(200);
        assertEquals(
                List.of(),
                Neighbours.SHOPS.requests().stream()
                        .filter(request -> !request.method().equals("GET"))
                        .toList());
    }

    @Test
    void oneClickSaysYesWithNameAndHoursAsCorrected() {
        form().formParam("answer", "yes")
                .formParam("name", "De Wereldwinkel")
                .formParam("monday", "")
                .formParam("tuesday", "9.30 tot 17.00 uur")
                .post(PATH)
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith(PATH))
                .header("Referrer-Policy", equalTo("no-referrer"));
        FakeNeighbour.Request sent = posted();
        assertEquals(
                "{\"answer\":\"yes\",\"name\":\"De Wereldwinkel\",\"openingHours\":"
                        + "[{\"day\":\"tuesday\",\"opens\":\"09:30\",\"closes\":\"17:00\"}]}",
                sent.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"later", "no"})
    void laterAndNoSendNothingElse(String answer) {
        form().formParam("answer", answer).post(PATH).then().statusCode(303);
        assertTrue(posted().body().contains("\"answer\":\"" + answer + "\""), posted().body());
        assertTrue(!posted().body().contains("monday"), posted().body());
    }

    @Test
    void hoursThatAreUnclearAreAskedAgainAndNothingIsSent() {
        form().formParam("answer", "yes")
                .formParam("name", "Zeist & co")
                .formParam("monday", "op afspraak")
                .post(PATH)
                .then()
                .statusCode(422)
                .body(containsString("We begrijpen niet alle openingstijden."))
                .body(containsString("value=\"op afspraak\""), containsString("aria-invalid=\"true\""))
                .body(containsString("value=\"Zeist &amp; co\""));
        assertTrue(Neighbours.SHOPS.requests().stream()
                .noneMatch(request -> request.method().equals("POST")));
    }

    @Test
    void whatTheServiceRefusesIsSaidInItsOwnWords() {
        Neighbours.SHOPS.answer(
                "POST",
                API,
                409,
                "{\"title\": \"x\", \"detail\": \"Jullie winkel heeft een beheerder.\", \"status\": 409}");
        form().formParam("answer", "no")
                .post(PATH)
                .then()
                .statusCode(409)
                .body(containsString("Jullie winkel heeft een beheerder."));
    }

    @Test
    void whoSaidYesIsThankedAndMayStillChangeTheirMind() {
        asked("\"yes\"", false);
        browser()
                .get(PATH)
                .then()
                .body(containsString("Wat fijn, jullie doen mee!"), containsString("Toch liever niet?"))
                .body(not(containsString("Ja, wij doen mee")));
        asked("\"yes\"", true);
        browser().get(PATH).then().body(containsString("heeft al een beheerder"), not(containsString("Toch liever")));
    }

    @Test
    void everyLinkThatOpensNothingGetsTheSameKindPage() {
        Neighbours.SHOPS.answer("GET", API, 404, "{\"title\": \"x\", \"status\": 404}");
        Neighbours.SHOPS.answer("POST", API, 404, "{\"title\": \"x\", \"status\": 404}");
        String gone = browser()
                .get(PATH)
                .then()
                .statusCode(404)
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("Deze link werkt niet meer"))
                .extract()
                .asString();
        assertEquals(
                gone,
                form().formParam("answer", "yes")
                        .post(PATH)
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString());
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        form().header("Sec-Fetch-Site", "cross-site")
                .formParam("answer", "yes")
                .post(PATH)
                .then()
                .statusCode(403);
        assertTrue(Neighbours.SHOPS.requests().stream()
                .noneMatch(request -> request.method().equals("POST")));
        form().header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "null")
                .formParam("answer", "later")
                .post(PATH)
                .then()
                .statusCode(303);
    }

    @Test
    void aServiceThatIsAwayIsSaidKindly() {
        Neighbours.SHOPS.answer("GET", API, 503, "{}");
        browser().get(PATH).then().statusCode(503).body(containsString("Even niet bereikbaar"));
    }

    private static FakeNeighbour.Request posted() {
        return Neighbours.SHOPS.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .findFirst()
                .orElseThrow();
    }
}
