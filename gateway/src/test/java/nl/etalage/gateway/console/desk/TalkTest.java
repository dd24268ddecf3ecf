package nl.etalage.gateway.console.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What colleagues say about a story, what differs between its versions, and a draft that begins as one of them. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class TalkTest {

    private static final String ID = "01976b2e-4c00-7000-8000-000000000001";
    private static final String ME = "01976b2e-4c00-7000-8000-0000000000e1";
    private static final String OTHER = "01976b2e-4c00-7000-8000-0000000000e2";
    private static final String OPEN = "01976b2e-4c00-7000-8000-0000000000f1";
    private static final String DONE = "01976b2e-4c00-7000-8000-0000000000f2";
    private static final String PAGE = "/redactie/verhalen/" + ID;
    private static final String API = "/api/v1/stories/" + ID;

    private final Browser browser = new Browser();

    @BeforeEach
    void aMorningAtTheDesk() {
        Neighbours.reset();
        SigningIn.lifespan(300);
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/me",
                200,
                "{\"name\": \"Eva\", \"central\": {\"member\": \"%s\", \"role\": \"editor\"}}".formatted(ME));
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/central/members",
                200,
                "{\"items\": [{\"id\": \"%s\", \"name\": \"Eva Schouten\"}, {\"id\": \"%s\", \"name\": \"Bas\"}]}"
                        .formatted(ME, OTHER));
        story("released");
        Neighbours.CONTENT.answer(
                "GET",
                API + "/comments",
                200,
                "{\"items\": ["
                        + comment(OPEN, OPEN, "\"/title\"", "Kan dit <korter>?", "null")
                        + ","
                        + comment(DONE, DONE, "null", "Mooi verhaal.", "\"2026-11-22T10:00:00Z\"")
                        + ","
                        + comment(ME, OPEN, "\"/title\"", "Ja, doe ik.", "null")
                        + "], \"nextPageToken\": null}");
    }

    private static void story(String state) {
        Neighbours.CONTENT.answer(
                "GET",
                API,
                200,
                """
                {"id": "%s", "type": "tip", "state": "%s", "author": "%s", "lastEditor": "%s", "version": 3,
                 "title": "Koffie", "body": "Tekst", "locale": "nl", "owner": "network", "functions": [],
                 "audience": [], "themes": [], "products": [], "assets": [], "channelTexts": {}, "targetGroups": [],
                 "lockedFields": [], "revision": 2, "changedAt": "2026-11-22T09:30:00Z", "must": [], "advice": [],
                 "credit": "Wereldwinkel Zeist", "contributed": {"id": "%s", "shop": "zeist"}}"""
                        .formatted(ID, state, ME, ME, OPEN));
    }

    private static String comment(String id, String thread, String field, String text, String resolvedAt) {
        return """
                {"id": "%s", "story": "%s", "thread": "%s", "field": %s, "text": "%s", "author": "%s",
                 "writtenAt": "2026-11-22T09:30:00Z", "resolvedBy": "%s", "resolvedAt": %s, "version": 6}"""
                .formatted(id, ID, thread, field, text, OTHER, OTHER, resolvedAt);
    }

    private static FakeNeighbour.Request sent() {
        return Neighbours.CONTENT.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .findFirst()
                .orElseThrow();
    }

    private static String place(HttpResponse<String> answer) {
        String place = answer.headers().firstValue("Location").orElseThrow();
        return place.substring(place.indexOf('/', "https://".length()));
    }

    @Test
    void theStoryShowsWhatIsOpenByWhatItIsAboutAndFoldsWhatIsDone() {
        String page = browser.visit(PAGE).body();

        assertTrue(page.contains("<h3>Titel</h3>"), page);
        assertTrue(page.contains("<p class=\"said-text\">Kan dit &lt;korter&gt;?</p>"), page);
        assertTrue(page.indexOf("Ja, doe ik.") < page.indexOf("<details class=\"settled\""), "an answer in its thread");
        assertTrue(page.contains("<summary>Afgerond (1)</summary>"), page);
        assertTrue(page.indexOf("Mooi verhaal.") > page.indexOf("Afgerond (1)"), page);
        assertTrue(page.contains("Klaar, zegt Bas</span>"), page);
        assertTrue(
                page.contains("href=\"/redactie/inzendingen/" + OPEN + "\">Verteld door Wereldwinkel Zeist</a>"), page);
        assertFalse(page.contains("style=\""), "nothing inline: the policy would block it");
    }

    @Test
    void whileWritingWhatIsOpenStandsBesideTheForm() {
        story("draft");

        String page = browser.visit(PAGE).body();

        assertTrue(page.contains("<strong>Titel</strong>"), page);
        assertTrue(page.contains("Bas: Kan dit &lt;korter&gt;?"), page);
        assertFalse(page.contains("Mooi verhaal."), "that is done");
        assertTrue(page.contains("href=\"" + PAGE + "/opmerkingen\""), page);
        assertEquals(1, page.split("<form method=\"post\" action=\"/redactie", -1).length - 1, "no form in a form");
    }

    @Test
    void aStoryIsShownAlsoWhenWhatIsSaidCantBeRead() {
        Neighbours.CONTENT.answer("GET", API + "/comments", 500, "{}");

        HttpResponse<String> page = browser.visit(PAGE);

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("De opmerkingen zijn even niet te lezen."), page.body());
    }

    @Test
    void whatIsSaidGoesToItsFieldOrItsThreadAndAgain() {
        Neighbours.CONTENT.answer("POST", API + "/comments", 201, "{\"id\": \"x\", \"thread\": \"" + OPEN + "\"}");
        browser.visit(PAGE);

        HttpResponse<String> answer =
                browser.post(PAGE + "/opmerkingen", "key=k1&field=%2Fbody&text=Waar+komt+dit+vandaan%3F&thread=");

        assertEquals(PAGE + "/opmerkingen?done=" + OPEN + "#t-" + OPEN, place(answer));
        assertEquals("k1", sent().header("Idempotency-Key"));
        assertEquals("{\"text\":\"Waar komt dit vandaan?\",\"field\":\"/body\"}", sent().body());
        browser.post(PAGE + "/opmerkingen", "key=k2&field=&text=Uit+Huila.&thread=" + OPEN);
        assertTrue(Neighbours.CONTENT.requests().stream().anyMatch(request -> request.body()
                .equals("{\"text\":\"Uit Huila.\",\"inReplyTo\":\"" + OPEN + "\"}")));
    }

    @Test
    void whatIsRefusedStaysInItsPlace() {
        Neighbours.CONTENT.answer(
                "POST",
                API + "/comments",
                422,
                "{\"detail\": \"x\", \"violations\": [{\"pointer\": \"/text\", \"detail\": \"Te lang.\"}]}");
        browser.visit(PAGE);

        HttpResponse<String> begun = browser.post(PAGE + "/opmerkingen", "key=k&field=%2Fbody&text=Lang&thread=");
        HttpResponse<String> answered = browser.post(PAGE + "/opmerkingen", "key=k&text=Langer&thread=" + OPEN);

        assertEquals(422, begun.statusCode());
        assertTrue(begun.body().contains("role=\"alert\"><a href=\"#c-text\">Te lang.</a></p>"), begun.body());
        assertTrue(begun.body().contains("id=\"c-text-error\">Te lang.</p>"), begun.body());
        assertTrue(
                begun.body()
                        .contains("id=\"c-text\" name=\"text\" rows=\"3\" aria-describedby=\"c-text-error\""
                                + " aria-invalid=\"true\">\nLang</textarea>"),
                begun.body());
        assertTrue(begun.body().contains("<option value=\"/body\" selected>"), begun.body());
        assertTrue(answered.body().contains("id=\"a-" + OPEN + "-error\">Te lang.</p>"), answered.body());
        assertTrue(answered.body().contains(">\nLanger</textarea>"), answered.body());
        assertFalse(answered.body().contains("id=\"c-text-error\""), "it is said where it was typed only");
        assertTrue(
                browser.post(PAGE + "/opmerkingen", "key=k&text=&thread=")
                        .body()
                        .contains("Schrijf eerst iets."),
                "an empty one is asked for");
    }

    @Test
    void aThreadIsDoneAtTheVersionThatWasSeen() {
        Neighbours.CONTENT.answer("POST", API + "/comments/" + OPEN + "/resolve", 200, "{\"id\": \"" + OPEN + "\"}");
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.post(PAGE + "/opmerkingen/" + OPEN + "/klaar", "version=6");

        assertEquals(PAGE + "/opmerkingen?done=resolved", place(answer));
        assertEquals("\"6\"", sent().header("If-Match"));
        Neighbours.CONTENT.answer("POST", API + "/comments/" + OPEN + "/resolve", 412, "{\"detail\": \"x\"}");
        HttpResponse<String> late = browser.post(PAGE + "/opmerkingen/" + OPEN + "/klaar", "version=5");
        assertEquals(412, late.statusCode());
        assertTrue(late.body().contains("Er is intussen iets bij gezegd."), late.body());
    }

    @Test
    void whatDiffersIsMarkedInWordsAndNotByColourAlone() {
        Neighbours.CONTENT.answer(
                "GET",
                API + "/revisions/1/compare/2",
                200,
                """
                {"story": "%s", "from": 1, "to": 2, "fields": [
                  {"field": "/body", "before": "Een <oude> tekst", "after": "Een nieuwe tekst", "words": [
                    {"change": "same", "text": "Een "}, {"change": "removed", "text": "<oude> "},
                    {"change": "added", "text": "nieuwe "}, {"change": "same", "text": "tekst"}]},
                  {"field": "/functions", "before": ["awareness"], "after": ["action", "discussion"], "words": []},
                  {"field": "/locale", "before": "nl", "after": "en", "words": [
                    {"change": "removed", "text": "nl"}, {"change": "added", "text": "en"}]},
                  {"field": "/availableUntil", "before": null, "after": "2027-01-01T11:00:00Z", "words": []}]}"""
                        .formatted(ID));

        String page = browser.visit(PAGE + "/vergelijk?van=1&met=2").body();

        assertTrue(page.contains("Van versie 1 naar versie 2"), page);
        assertTrue(
                page.contains(
                        "Een <del><span class=\"hidden\">[weg: </span>&lt;oude&gt; <span class=\"hidden\">]</span>"
                                + "</del><ins><span class=\"hidden\">[nieuw: </span>nieuwe <span class=\"hidden\">]</span></ins>"
                                + "tekst"),
                page);
        assertTrue(page.contains("Bewustwording"), page);
        assertTrue(page.contains("Actie, Discussie"), page);
        assertTrue(page.contains("Nederlands"), page);
        assertFalse(page.contains("awareness"), "no word of the API");
        assertTrue(page.contains("vrijdag 1 januari 2027 om 12.00 uur"), page);
        assertTrue(page.contains("<option value=\"1\" selected>Versie 1</option>"), page);
    }

    @Test
    void filesThatDifferAreShownAsWhatTheyAre() {
        List<String> ids = new ArrayList<>();
        for (String kind : List.of("picture", "video", "sound", "document")) {
            String id = "01976b2e-4c00-7000-8000-0000000000b" + ids.size();
            ids.add(id);
            Neighbours.CONTENT.answer(
                    "GET",
                    "/api/v1/assets/" + id,
                    200,
                    """
                    {"id": "%s", "kind": "%s", "mediaType": "a/pdf", "bytes": 1234567, "altText": "Een %s",
                     "captions": "WEBVTT", "state": "available", "version": 1}"""
                            .formatted(id, kind, kind));
        }
        Neighbours.CONTENT.answer(
                "GET",
                API + "/revisions/1/compare/2",
                200,
                """
                {"story": "%s", "from": 1, "to": 2, "fields": [
                  {"field": "/assets", "before": ["%s", "%s"], "after": ["%s", "%s", "%s"], "words": []}]}"""
                        .formatted(ID, ids.get(0), ids.get(1), ids.get(1), ids.get(2), ids.get(3)));

        String page = browser.visit(PAGE + "/vergelijk?van=1&met=2").body();

        String file = "/api/v1/assets/%s/renditions/%s\"";
        assertTrue(page.contains("<img src=\"" + file.formatted(ids.get(0), "web-480") + " alt=\"Een picture\""), page);
        assertEquals(3, page.split("<video ", -1).length, "on both sides");
        assertTrue(page.contains("<track kind=\"captions\" src=\"" + file.formatted(ids.get(1), "captions")), page);
        assertTrue(
                page.contains("<audio controls preload=\"metadata\" src=\"" + file.formatted(ids.get(2), "file")),
                page);
        assertTrue(page.contains(">Een document</a> <span class=\"aside\">PDF, 1,2 MB</span>"), page);
        assertEquals(2, page.split("renditions/web-480", -1).length, "only the picture is one");
    }

    @Test
    void aVersionBeginsADraft() {
        Neighbours.CONTENT.answer(
                "GET",
                API + "/revisions/1",
                200,
                """
                {"revision": 1, "type": "tip", "title": "Oud", "author": "%s", "releasedAt": "2026-11-22T09:30:00Z"}"""
                        .formatted(ME));
        Neighbours.CONTENT.answer("POST", API + "/revisions/1/restore", 201, "{\"id\": \"" + OTHER + "\"}");
        String page = browser.visit(PAGE + "/versies/1").body();
        assertTrue(page.contains("Begin een concept met deze versie"), page);

        HttpResponse<String> answer = browser.post(PAGE + "/versies/1/nieuw", "key=k9");

        assertEquals("/redactie/verhalen/" + OTHER + "?done=restored", place(answer));
        assertEquals("k9", sent().header("Idempotency-Key"));
    }
}
