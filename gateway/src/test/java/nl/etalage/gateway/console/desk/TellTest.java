package nl.etalage.gateway.console.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop tells a story on a page, and the central group says on a page what becomes of it. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class TellTest {

    private static final String ID = "01976b2e-4c00-7000-8000-0000000000c1";
    private static final String STORY = "01976b2e-4c00-7000-8000-000000000001";
    private static final String PICTURE = "01976b2e-4c00-7000-8000-0000000000a1";
    private static final String PAGE = "/winkel/zeist/verhalen";
    private static final String API = "/api/v1/contributions";
    private static final String INBOX = "/redactie/inzendingen";

    private final Browser browser = new Browser();

    @BeforeEach
    void anAfternoonInZeist() {
        Neighbours.reset();
        SigningIn.lifespan(300);
        at("contributor");
        told("offered", null, null);
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/shops/zeist", 200, "{\"slug\": \"zeist\", \"name\": \"Wereldwinkel Zeist\"}");
    }

    private static void at(String role) {
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/me",
                200,
                """
                {"name": "Mia", "central": null,
                 "shops": [{"slug": "zeist", "name": "Wereldwinkel Zeist", "role": "%s"}]}"""
                        .formatted(role));
    }

    private static void atTheDesk(String role) {
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/me",
                200,
                "{\"name\": \"Eva\", \"central\": {\"member\": \"%s\", \"role\": \"%s\"}, \"shops\": []}"
                        .formatted(STORY, role));
    }

    private static void told(String state, String note, String asset) {
        String one = contribution(state, note, asset);
        Neighbours.CONTENT.answer("GET", API, 200, "{\"items\": [" + one + "], \"nextPageToken\": \"ver+der\"}");
        Neighbours.CONTENT.answer("GET", API + "/" + ID, 200, one);
    }

    private static String contribution(String state, String note, String asset) {
        return """
                {"id": "%s", "shop": "zeist", "state": "%s", "text": "Mia <verkoopt> koffie.", "note": %s, "asset": %s,
                 "story": %s, "storyState": null, "offeredAt": "2026-11-22T09:30:00Z",
                 "changedAt": "2026-11-22T09:30:00Z", "version": 4}"""
                .formatted(ID, state, quoted(note), quoted(asset), state.equals("taken") ? quoted(STORY) : "null");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static List<Entry<String, String>> form(String... fields) {
        List<Entry<String, String>> form = new ArrayList<>();
        for (int at = 0; at < fields.length; at += 2) {
            form.add(Map.entry(fields[at], fields[at + 1]));
        }
        return form;
    }

    private static List<FakeNeighbour.Request> sent(String method) {
        return Neighbours.CONTENT.requests().stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }

    private static List<String> lists() {
        return sent("GET").stream()
                .map(FakeNeighbour.Request::path)
                .filter(path -> path.equals(API) || path.startsWith(API + "?"))
                .toList();
    }

    private static String place(HttpResponse<String> answer) {
        String place = answer.headers().firstValue("Location").orElseThrow();
        return place.substring(place.indexOf('/', "https://".length()));
    }

    @Test
    void onlyATextAndAPictureAreAskedAndWhatWasToldIsThere() {
        told("changes-asked", "Hoe kwam <Mia> bij jullie?", null);

        String page = browser.visit(PAGE).body();

        assertTrue(page.contains("<h1>Vertel jullie verhaal</h1>"), page);
        assertEquals(1, page.split("<textarea", -1).length - 1, page);
        assertEquals(1, page.split("type=\"file\"", -1).length - 1, page);
        assertFalse(page.contains("type=\"text\""), page);
        assertFalse(page.contains("<select"), page);
        assertTrue(page.contains("href=\"" + PAGE + "/" + ID + "\">Mia &lt;verkoopt&gt; koffie.</a>"), page);
        assertTrue(page.contains("De redactie vraagt iets</span>"), page);
        assertTrue(page.contains("De redactie vraagt: Hoe kwam &lt;Mia&gt; bij jullie?"), page);
        assertTrue(page.contains("page=ver%2Bder"), page);
        assertFalse(page.contains("style=\""), "nothing inline: the policy would block it");
        assertTrue(Neighbours.CONTENT.requests().get(0).path().contains("shop=zeist"));
        assertTrue(browser.in("en").get(PAGE).body().contains("Tell your story"));
    }

    @Test
    void whatIsTypedIsSentOnce() {
        Neighbours.CONTENT.answer("POST", API, 201, contribution("offered", null, null));
        browser.visit(PAGE);

        HttpResponse<String> answer =
                browser.multipart(PAGE, form("key", "k1", "body", "Regel één\r\nregel twee", "file", ""));

        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(PAGE + "?done=sent", place(answer));
        FakeNeighbour.Request offer = sent("POST").get(0);
        assertEquals("k1", offer.header("Idempotency-Key"));
        assertEquals("{\"text\":\"Regel één\\nregel twee\",\"asset\":null,\"shop\":\"zeist\"}", offer.body());
        assertEquals(1, sent("POST").size());
        assertTrue(browser.get(PAGE + "?done=sent").body().contains("Verstuurd. De redactie leest het"));
    }

    @Test
    void aPictureIsKeptAsTheShopsAndGoesAlong() {
        Neighbours.CONTENT.answer("POST", "/api/v1/assets", 201, "{\"id\": \"" + PICTURE + "\"}");
        Neighbours.CONTENT.answer("POST", API, 201, contribution("offered", null, PICTURE));
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.multipart(PAGE, form("key", "k1", "body", "Mia.", "file", "bytes"));

        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(
                sent("POST").get(0).path().contains("/api/v1/assets?shop=zeist"),
                sent("POST").get(0).path());
        assertTrue(sent("POST").get(0).body().contains("bytes"));
        assertTrue(sent("POST").get(1).body().contains("\"asset\":\"" + PICTURE + "\""));
    }

    @Test
    void aPictureThatIsRefusedLeavesTheTextAndAsksForAnother() {
        Neighbours.CONTENT.answer(
                "POST",
                "/api/v1/assets",
                422,
                "{\"detail\": \"x\", \"violations\": [{\"pointer\": \"/file\", \"detail\": \"Dit is geen foto.\"}]}");
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.multipart(PAGE, form("key", "k1", "body", "Mia & co", "file", "x"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("role=\"alert\">Dit is geen foto.</p>"), answer.body());
        assertTrue(answer.body().contains("Mia &amp; co</textarea>"), answer.body());
        assertEquals(1, sent("POST").size(), "nothing was offered");
    }

    @Test
    void aTextThatIsRefusedKeepsThePictureThatWasSent() {
        Neighbours.CONTENT.answer("POST", "/api/v1/assets", 201, "{\"id\": \"" + PICTURE + "\"}");
        Neighbours.CONTENT.answer(
                "POST",
                API,
                422,
                "{\"detail\": \"x\", \"violations\": [{\"pointer\": \"/text\", \"detail\": \"Te lang.\"}]}");
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.multipart(PAGE, form("key", "k1", "body", "Mia", "file", "x"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"f-body-error\" role=\"alert\">Te lang.</p>"), answer.body());
        assertTrue(answer.body().contains("name=\"asset\" value=\"" + PICTURE + "\""), answer.body());
        assertTrue(answer.body().contains("Je foto hebben we al."), answer.body());
    }

    @Test
    void withoutATextNothingIsOfferedAndThePictureIsKept() {
        Neighbours.CONTENT.answer("POST", "/api/v1/assets", 201, "{\"id\": \"" + PICTURE + "\"}");
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.multipart(PAGE, form("key", "k1", "body", " \r\n", "file", "x"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("Schrijf eerst jullie verhaal."), answer.body());
        assertTrue(answer.body().contains("name=\"asset\" value=\"" + PICTURE + "\""), answer.body());
        assertTrue(answer.body().contains("src=\"/api/v1/assets/" + PICTURE + "/renditions/web-480\""), answer.body());
        assertEquals(
                List.of("/api/v1/assets?shop=zeist"),
                sent("POST").stream().map(FakeNeighbour.Request::path).toList());
    }

    @Test
    void whatIsNoIdOfAPictureIsNotPutIntoAnAddress() {
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.multipart(PAGE, form("key", "k1", "body", "", "asset", "../../x"));

        assertEquals(422, answer.statusCode());
        assertFalse(answer.body().contains("../../x"), answer.body());
    }

    @Test
    void whatTheCentralGroupSaidStandsAtTheTopOfTheShopsPage() {
        told("changes-asked", "Hoe kwam Mia?", null);
        String page = browser.visit(PAGE).body();
        assertTrue(page.indexOf("De redactie vraagt iets over jullie verhaal") > 0, page);
        assertTrue(
                page.indexOf("De redactie vraagt iets over jullie verhaal")
                        < page.indexOf("<form method=\"post\" action=\"" + PAGE),
                page);
        told("offered", null, null);
        assertFalse(browser.get(PAGE).body().contains("Nieuw van de redactie"));
        told("taken", null, null);
        assertTrue(browser.get(PAGE + "/" + ID).body().contains("De redactie maakt er een verhaal van. De naam"));
    }

    @Test
    void whatWasSentBeforeIsThereForTheShopAndTheDesk() {
        Neighbours.CONTENT.answer(
                "GET",
                API + "/" + ID + "/texts",
                200,
                """
                {"items": [{"id": "%s", "contribution": "%s", "text": "Alleen <Mia>.", "asked": "Wie is Mia?",
                            "asset": "%s", "replacedAt": "2026-11-22T09:30:00Z"}]}"""
                        .formatted(STORY, ID, STORY));
        for (String page : List.of(PAGE, INBOX)) {
            if (page.equals(INBOX)) {
                atTheDesk("coach");
            }
            String shown = browser.visit(page + "/" + ID).body();
            assertTrue(shown.contains("<h2>Eerdere teksten (1)</h2>"), shown);
            assertTrue(shown.contains("Alleen &lt;Mia&gt;."), shown);
            assertTrue(shown.contains("<p class=\"quote\">Wie is Mia?</p>"), shown);
            assertTrue(
                    shown.contains("<img src=\"" + API + "/" + ID + "/renditions/web-480?text=" + STORY
                            + "\" alt=\"Foto die bij deze tekst hoorde\""),
                    shown);
        }
    }

    @Test
    void whoHasNoPartInTheShopFindsNoPageAndAWebmasterFindsNoForm() {
        browser.visit(PAGE);
        assertEquals(404, browser.get("/winkel/utrecht/verhalen").statusCode());
        assertEquals(404, browser.get("/winkel/utrecht/verhalen/" + ID).statusCode());
        at("webmaster");
        String page = browser.get(PAGE).body();
        assertFalse(page.contains("<textarea"), page);
        assertTrue(page.contains("Mia &lt;verkoopt&gt; koffie."), page);
    }

    @Test
    void whatIsAskedIsAnsweredOnThePageItself() {
        told("changes-asked", "Hoe kwam Mia?", PICTURE);
        Neighbours.CONTENT.answer("PATCH", API + "/" + ID, 200, contribution("offered", null, PICTURE));
        String page = browser.visit(PAGE + "/" + ID).body();
        assertTrue(page.contains("<p class=\"quote\">Hoe kwam Mia?</p>"), page);
        assertTrue(page.contains("Mia &lt;verkoopt&gt; koffie.</textarea>"), page);
        assertTrue(page.contains("/api/v1/assets/" + PICTURE + "/renditions/web-480"), page);

        HttpResponse<String> answer = browser.multipart(
                PAGE + "/" + ID,
                form("key", "k1", "version", "4", "body", "Op de fiets.", "asset", PICTURE, "file", ""));

        assertEquals(303, answer.statusCode(), answer.body());
        FakeNeighbour.Request patch = sent("PATCH").get(0);
        assertEquals("\"4\"", patch.header("If-Match"));
        assertEquals("{\"text\":\"Op de fiets.\",\"asset\":\"" + PICTURE + "\"}", patch.body());

        browser.multipart(
                PAGE + "/" + ID,
                form("key", "k2", "version", "4", "body", "Op de fiets.", "asset", PICTURE, "remove", "yes"));
        assertEquals(
                "{\"text\":\"Op de fiets.\",\"asset\":null}",
                sent("PATCH").get(1).body());
    }

    @Test
    void whenItWasHandledMeanwhileTheTextStays() {
        Neighbours.CONTENT.answer("PATCH", API + "/" + ID, 412, "{\"detail\": \"x\", \"violations\": []}");
        browser.visit(PAGE + "/" + ID);

        HttpResponse<String> answer = browser.multipart(
                PAGE + "/" + ID, form("key", "k1", "version", "3", "body", "Mijn nieuwe tekst", "file", ""));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("Iemand anders was je voor."), answer.body());
        assertTrue(answer.body().contains("Mijn nieuwe tekst</textarea>"), answer.body());
        assertTrue(answer.body().contains("name=\"version\" value=\"4\""), answer.body());
    }

    @Test
    void whatIsTakenBackIsTakenBackAtTheVersionThatWasSeen() {
        Neighbours.CONTENT.answer("POST", API + "/" + ID + "/withdraw", 200, contribution("withdrawn", null, null));
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.post(PAGE + "/" + ID + "/terug", "version=4");

        assertEquals(PAGE + "?done=withdrawn", place(answer));
        assertEquals("\"4\"", sent("POST").get(0).header("If-Match"));
    }

    @Test
    void whatIsSettledIsReadAndNotChanged() {
        told("declined", "Dit is reclame.", PICTURE);

        String page = browser.visit(PAGE + "/" + ID).body();

        assertTrue(page.contains("Wordt geen verhaal"), page);
        assertTrue(page.contains("<p class=\"quote\">Dit is reclame.</p>"), page);
        assertTrue(page.contains("<div class=\"told-text\">Mia &lt;verkoopt&gt; koffie.</div>"), page);
        assertFalse(page.contains("<textarea"), page);
    }

    @Test
    void whoseSessionEndedGetsTheTextBack() {
        browser.visit(PAGE);
        browser.forget();

        HttpResponse<String> answer = browser.multipart(PAGE, form("key", "k1", "body", "Een <lang> verhaal"));

        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("name=\"body\" value=\"Een &lt;lang&gt; verhaal\""), answer.body());
        assertTrue(answer.body().contains("action=\"" + PAGE + "\""), answer.body());
        assertEquals(List.of(), sent("POST"));
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        browser.visit(PAGE);

        assertEquals(
                403,
                browser.post(PAGE + "/" + ID + "/terug", "version=4", "cross-site")
                        .statusCode());
        assertEquals(List.of(), sent("POST"));
    }

    @Test
    void theDeskListsWhatWaitsByTheNameOfTheShop() {
        atTheDesk("editor");

        String page = browser.visit(INBOX).body();

        assertTrue(page.contains("<span class=\"kind\">Wereldwinkel Zeist</span>"), page);
        assertTrue(page.contains("href=\"" + INBOX + "/" + ID + "\">Mia &lt;verkoopt&gt; koffie.</a>"), page);
        assertTrue(page.contains("Wacht op ons</span>"), page);
        assertEquals(List.of(API + "?state=offered"), lists());
        browser.get(INBOX + "?state=all");
        assertEquals(List.of(API + "?state=offered", API), lists());
        at("manager");
        assertEquals(404, browser.get(INBOX).statusCode(), "it is the central group's");
    }

    @Test
    void takingItLeadsToTheStory() {
        atTheDesk("editor");
        told("offered", null, PICTURE);
        Neighbours.CONTENT.answer("POST", API + "/" + ID + "/take", 200, contribution("taken", null, PICTURE));
        String page = browser.visit(INBOX + "/" + ID).body();
        assertTrue(page.contains("Foto die Wereldwinkel Zeist meestuurde"), page);
        assertTrue(page.contains("<option value=\"shop\" selected>"), page);

        HttpResponse<String> answer = browser.post(INBOX + "/" + ID, "do=take&version=4&type=maker");

        assertEquals("/redactie/verhalen/" + STORY + "?done=taken", place(answer));
        assertEquals("\"4\"", sent("POST").get(0).header("If-Match"));
        assertEquals("{\"type\":\"maker\"}", sent("POST").get(0).body());
    }

    @Test
    void askingAndDecliningTakeASentenceAndARefusalKeepsIt() {
        atTheDesk("coach");
        Neighbours.CONTENT.answer(
                "POST", API + "/" + ID + "/ask-changes", 200, contribution("changes-asked", "x", null));
        Neighbours.CONTENT.answer(
                "POST",
                API + "/" + ID + "/decline",
                422,
                "{\"detail\": \"x\", \"violations\": [{\"pointer\": \"/note\", \"detail\": \"Veel te lang.\"}]}");
        String page = browser.visit(INBOX + "/" + ID).body();
        assertFalse(page.contains("Maak er een verhaal van"), "a coach begins no story");

        assertEquals(
                INBOX + "?done=ask-changes",
                place(browser.post(INBOX + "/" + ID, "do=ask-changes&version=4&asking=+Hoe+kwam+Mia%3F+")));
        assertEquals("{\"note\":\"Hoe kwam Mia?\"}", sent("POST").get(0).body());
        HttpResponse<String> refused = browser.post(INBOX + "/" + ID, "do=decline&version=4&declining=Een+lange+reden");

        assertEquals(422, refused.statusCode());
        assertTrue(
                refused.body().contains("role=\"alert\"><a href=\"#declining\">Veel te lang.</a></p>"), refused.body());
        assertTrue(refused.body().contains("id=\"declining-error\">Veel te lang.</p>"), refused.body());
        assertFalse(refused.body().contains("id=\"asking-error\""), refused.body());
        assertTrue(refused.body().contains("Een lange reden</textarea>"), refused.body());
        assertTrue(refused.body().contains("<details open>"), refused.body());
        String empty = browser.post(INBOX + "/" + ID, "do=decline&version=4&declining=")
                .body();
        assertTrue(empty.contains("id=\"declining-error\">Schrijf eerst waarom niet.</p>"), empty);
        assertTrue(empty.contains("<details open>"), "what is wrong can be seen");
        assertEquals(
                400,
                browser.post(INBOX + "/" + ID, "do=iets&version=4").statusCode(),
                "only what the page offers can be done");
    }
}
