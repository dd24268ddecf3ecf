package nl.etalage.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a volunteer sees, and what a press of a button does. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class ConsoleTest {

    private static final String ID = "01976b2e-4c00-7000-8000-000000000001";
    private static final String CHANNEL = "01976b2e-4c00-7000-8000-0000000000bb";

    private final Browser browser = new Browser();

    @BeforeEach
    void anEveningInZeist() {
        Neighbours.reset();
        SigningIn.lifespan(300);
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/me",
                200,
                """
                {"name": "Anneke", "central": {"role": "coach"},
                 "shops": [{"slug": "zeist", "name": "Wereldwinkel Zeist", "role": "publisher"}]}""");
        Neighbours.SCHEDULING.answer(
                "GET",
                "/api/v1/channels",
                200,
                """
                {"items": [{"id": "%s", "platform": "assisted", "account": "onze Facebookpagina"}]}"""
                        .formatted(CHANNEL));
        Neighbours.SCHEDULING.answer(
                "GET",
                "/api/v1/publications",
                200,
                "{\"items\": [" + publication("publishing") + "," + published() + "," + cancelled() + "]}");
        Neighbours.SCHEDULING.answer("GET", "/api/v1/publications/" + ID, 200, publication("publishing"));
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/library",
                200,
                """
                {"items": [{"id": "%s", "type": "maker", "title": "De vrouwen van <Aprolma>",
                 "summary": "Koffie uit Honduras"}]}"""
                        .formatted(ID));
    }

    private static String publication(String state) {
        return """
                {"id": "%s", "shop": "zeist", "channel": "%s", "platform": "assisted",
                 "text": "Kom koffie proeven & praten", "localTime": "2026-12-05T10:00", "state": "%s", "version": 3,
                 "assets": [{"url": "http://localhost:%d/api/v1/media/0a/web.jpg", "altText": "Vier vrouwen",
                             "credit": "Marieke"}]}"""
                .formatted(ID, CHANNEL, state, Neighbours.port());
    }

    private static String published() {
        return """
                {"id": "01976b2e-4c00-7000-8000-000000000002", "shop": "zeist", "channel": "%s", "platform": "mastodon",
                 "text": "Manden uit Ghana", "localTime": "2026-11-20T10:00", "state": "published",
                 "permalink": "https://social.example/1", "version": 1, "assets": []}"""
                .formatted(CHANNEL);
    }

    private static String cancelled() {
        return published().replace("Manden uit Ghana", "Toch niet").replace("\"published\"", "\"cancelled\"");
    }

    @Test
    void theFirstPageSaysWhoOneIsAndWhatGoesOn() {
        String page = browser.visit("/sign-in").body();

        assertTrue(page.contains("Plaatser bij Wereldwinkel Zeist"), page);
        assertTrue(page.contains("Coach in de centrale groep"), page);
        assertTrue(page.contains("zaterdag 5 december om 10.00 uur"), page);
        assertTrue(page.contains("Jij bent aan zet"), page);
        assertTrue(page.contains("Manden uit Ghana"), page);
        assertTrue(page.contains("Geplaatst"), page);
        assertTrue(page.contains("De vrouwen van &lt;Aprolma&gt;"), page);
        assertFalse(page.contains("Toch niet"), "what was called off is no news");
        assertFalse(page.contains("publisher"), "API words never show");
    }

    @Test
    void theServicesAreAskedWithThePersonsOwnTokenAndLanguage() {
        browser.in("en").visit("/sign-in");

        FakeNeighbour.Request asked = Neighbours.CONTENT.requests().get(0);
        assertTrue(asked.header("Authorization").startsWith("Bearer eyJ"));
        assertEquals("en", asked.header("Accept-Language"));
        assertTrue(asked.path().contains("shop=zeist"), asked.path());
    }

    @Test
    void aServiceThatIsAwayTakesOnlyItsOwnPanelAway() {
        Neighbours.SCHEDULING.reset();
        Neighbours.SCHEDULING.answer("GET", "/api/v1/publications", 503, "{}");

        String page = browser.visit("/sign-in").body();

        assertTrue(page.contains("De planning is even niet bereikbaar."), page);
        assertTrue(page.contains("De vrouwen van"), page);
    }

    @Test
    void withoutMembershipsThePageSaysWhatToDo() {
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{\"shops\": []}");

        assertTrue(browser.visit("/sign-in").body().contains("Je hoort nog bij geen winkel."));
    }

    @Test
    void aMessageToPostByHandHasAllOneNeeds() {
        HttpResponse<String> answer = browser.visit("/berichten/" + ID);

        String page = answer.body();
        assertEquals(200, answer.statusCode(), page);
        assertTrue(page.contains("Plaats dit bericht op onze Facebookpagina."), page);
        assertTrue(page.contains("Kom koffie proeven &amp; praten</textarea>"), page);
        assertTrue(page.contains("/api/v1/media/0a/web.jpg\" download"), page);
        assertTrue(page.contains("alt=\"Vier vrouwen\""), page);
        assertTrue(page.contains(">Geplaatst</button>"), page);
        assertTrue(page.contains(">Niet gelukt</button>"), page);
        assertFalse(page.contains("style=\""), "nothing inline: the policy would block it");
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void sayingItIsPostedIsPassedOnOnceAndThanked() {
        Neighbours.SCHEDULING.answer("POST", "/api/v1/publications/" + ID + "/done", 200, publication("published"));
        browser.visit("/berichten/" + ID);

        HttpResponse<String> answer = browser.post(
                "/berichten/" + ID,
                "outcome=posted&version=3&key=een-sleutel&permalink=https%3A%2F%2Fwww.facebook.com%2Fzeist%2F1");

        assertEquals(303, answer.statusCode(), answer.body());
        FakeNeighbour.Request done = Neighbours.SCHEDULING.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertEquals("\"3\"", done.header("If-Match"));
        assertEquals("een-sleutel", done.header("Idempotency-Key"));
        assertTrue(done.body().contains("\"posted\":true"), done.body());
        assertTrue(done.body().contains("https://www.facebook.com/zeist/1"), done.body());
        String thanks = browser.visit(answer.headers().firstValue("Location").orElseThrow())
                .body();
        assertTrue(thanks.contains("Dank je wel!"), thanks);
    }

    @Test
    void sayingItDidNotWorkIsPassedOnWithTheReason() {
        Neighbours.SCHEDULING.answer("POST", "/api/v1/publications/" + ID + "/done", 200, publication("failed"));
        browser.visit("/berichten/" + ID);

        browser.post(
                "/berichten/" + ID, "outcome=not-posted&version=3&key=k&note=geen+wachtwoord&again=2026-12-06T09%3A00");

        String body = Neighbours.SCHEDULING.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .findFirst()
                .orElseThrow()
                .body();
        assertTrue(body.contains("\"posted\":false"), body);
        assertTrue(body.contains("geen wachtwoord"), body);
        assertTrue(body.contains("2026-12-06T09:00"), body);
    }

    @Test
    void whenSomebodyWasFirstThePageSaysSoAndKeepsWhatWasTyped() {
        Neighbours.SCHEDULING.answer(
                "POST",
                "/api/v1/publications/" + ID + "/done",
                412,
                "{\"detail\": \"Dit is intussen veranderd.\", \"violations\": []}");
        browser.visit("/berichten/" + ID);

        HttpResponse<String> answer = browser.post(
                "/berichten/" + ID, "outcome=posted&version=2&key=k&permalink=https%3A%2F%2Ffb.example%2F1");

        assertEquals(412, answer.statusCode());
        assertTrue(answer.body().contains("Dit is intussen veranderd."), answer.body());
        assertTrue(answer.body().contains("value=\"https://fb.example/1\""), answer.body());
    }

    @Test
    void aFormFromAnotherSiteDoesNothing() {
        browser.visit("/berichten/" + ID);

        HttpResponse<String> answer = browser.post("/berichten/" + ID, "outcome=posted&version=3&key=k", "cross-site");

        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("Dit mag je niet"), answer.body());
        assertTrue(Neighbours.SCHEDULING.requests().stream()
                .noneMatch(request -> request.method().equals("POST")));
    }

    @Test
    void aRecalledMessageSaysNotToPostIt() {
        Neighbours.SCHEDULING.answer("GET", "/api/v1/publications/" + ID, 200, publication("recalled"));

        String page = browser.visit("/berichten/" + ID).body();

        assertTrue(page.contains("Plaats dit bericht niet meer."), page);
        assertFalse(page.contains(">Geplaatst</button>"), page);
    }

    @Test
    void somebodyElsesMessageIsNotThere() {
        Neighbours.SCHEDULING.answer("GET", "/api/v1/publications/" + ID, 404, "{}");

        HttpResponse<String> answer = browser.visit("/berichten/" + ID);

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("Deze bladzijde is er niet"), answer.body());
    }

    @Test
    void aPlanningThatIsAwayIsSaidPlainly() {
        Neighbours.SCHEDULING.answer("GET", "/api/v1/publications/" + ID, 503, "{}");

        HttpResponse<String> answer = browser.visit("/berichten/" + ID);

        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("Even niet bereikbaar"), answer.body());
    }

    @Test
    void anAddressThatIsNoneHasAPageAndForAProgramAProblem() {
        HttpResponse<String> page = browser.in("en").get("/nergens");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("This page is not here"), page.body());

        io.restassured.RestAssured.given()
                .accept("application/json")
                .get("/nergens")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
