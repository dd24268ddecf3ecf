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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor sees, and what a form of the desk asks of the services. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class DeskTest {

    private static final String ID = "01976b2e-4c00-7000-8000-000000000001";
    private static final String ME = "01976b2e-4c00-7000-8000-0000000000e1";
    private static final String OTHER = "01976b2e-4c00-7000-8000-0000000000e2";
    private static final String PICTURE = "01976b2e-4c00-7000-8000-0000000000a1";
    private static final String PAGE = "/redactie/verhalen/" + ID;
    private static final String API = "/api/v1/stories/" + ID;

    private final Browser browser = new Browser();

    @BeforeEach
    void aMorningAtTheDesk() {
        Neighbours.reset();
        SigningIn.lifespan(300);
        role("editor");
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/central/members",
                200,
                """
                {"items": [{"id": "%s", "name": "Eva Schouten"}, {"id": "%s", "name": "Bas Timmermans"}]}"""
                        .formatted(ME, OTHER));
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/groups", 200, "{\"items\": [{\"slug\": \"midden\", \"name\": \"Regio Midden\"}]}");
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/merge-fields",
                200,
                "{\"items\": [{\"name\": \"shop.name\", \"description\": \"De naam van de winkel\"}]}");
        Neighbours.CONTENT.answer("GET", API, 200, story("draft", ME, 3, "Een <vroege> titel"));
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/assets/" + PICTURE,
                200,
                """
                {"id": "%s", "altText": "Een berg", "credit": null, "licence": "own", "consent": null,
                 "state": "available", "version": 7}"""
                        .formatted(PICTURE));
    }

    private static void role(String role) {
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/me",
                200,
                """
                {"name": "Eva", "central": {"member": "%s", "role": "%s"}, "shops": []}"""
                        .formatted(ME, role));
    }

    private static String story(String state, String author, int version, String title) {
        return """
                {"id": "%s", "type": "impact", "state": "%s", "author": "%s", "lastEditor": "%s", "version": %d,
                 "title": "%s", "summary": null, "body": "Eén\\n\\nTwee {{shop.name}}", "locale": "nl", "owner": "network",
                 "details": {"figure": 12, "source": "CBS"}, "functions": ["action"], "audience": [], "themes": [],
                 "products": [], "assets": ["%s"], "channelTexts": {}, "targetGroups": [], "lockedFields": [],
                 "availableFrom": null, "availableUntil": null, "revision": 0, "unreviewed": false,
                 "changedAt": "2026-11-22T09:30:00Z",
                 "must": [{"pointer": "/summary", "detail": "Schrijf een samenvatting."},
                          {"pointer": "/details/date", "detail": "Vul date in."}],
                 "advice": [{"pointer": "/question", "detail": "Een vraag levert reacties op."}]}"""
                .formatted(ID, state, author, author, version, title, PICTURE);
    }

    /** The fields of the form on a page, as a browser without script would send them. */
    private List<Entry<String, String>> form(String page, String button) {
        List<Entry<String, String>> fields = new ArrayList<>();
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"|"
                        + "<textarea[^>]*name=\"([^\"]+)\"[^>]*>\\n([^<]*)</textarea>|"
                        + "<input id=\"[^\"]*\" name=\"([^\"]+)\" type=\"text\"[^>]*? value=\"([^\"]*)\"|"
                        + "<input type=\"(?:checkbox|radio)\" name=\"([^\"]+)\" value=\"([^\"]*)\" checked|"
                        + "<select[^>]*name=\"([^\"]+)\"[^>]*>(?:(?!</select>)[\\s\\S])*?"
                        + "<option value=\"([^\"]*)\" selected")
                .matcher(page);
        while (field.find()) {
            for (int group = 1; group < 11; group += 2) {
                if (field.group(group) != null) {
                    fields.add(Map.entry(field.group(group), plain(field.group(group + 1))));
                }
            }
        }
        fields.add(Map.entry("do", button));
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static List<Entry<String, String>> with(List<Entry<String, String>> fields, String name, String value) {
        List<Entry<String, String>> changed = new ArrayList<>(fields);
        changed.removeIf(field -> field.getKey().equals(name));
        changed.add(Map.entry(name, value));
        return changed;
    }

    private static FakeNeighbour.Request sent(String method) {
        return Neighbours.CONTENT.requests().stream()
                .filter(request -> request.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static FakeNeighbour.Request asked(String start) {
        return Neighbours.CONTENT.requests().stream()
                .filter(request -> request.path().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static boolean nothingSent(String method) {
        return Neighbours.CONTENT.requests().stream()
                .noneMatch(request -> request.method().equals(method));
    }

    @Test
    void theListSaysWhatWhoAndWhenInThePersonsLanguageAndNoWordOfTheApi() {
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/stories",
                200,
                "{\"items\": [" + story("in-review", OTHER, 3, "Titel") + "], \"nextPageToken\": \"meer+daarna\"}");

        String page = browser.visit("/redactie?state=in-review&q=tit%26el").body();

        assertTrue(page.contains("href=\"" + PAGE + "\">Titel</a>"), page);
        assertTrue(page.contains("Wacht op een collega</span>"), page);
        assertTrue(page.contains("Bas Timmermans"), page);
        assertTrue(page.contains("22 nov. 2026, 10.30") || page.contains("22 nov 2026, 10.30"), page);
        assertTrue(page.contains("Meer verhalen"), page);
        assertTrue(page.contains("q=tit%26el&amp;page=meer%2Bdaarna"), page);
        assertFalse(page.contains(">in-review<"), page);
        FakeNeighbour.Request asked = asked("/api/v1/stories?");
        assertTrue(asked.path().contains("state=in-review"), asked.path());
        assertTrue(asked.path().contains("q=tit%26el"), asked.path());
        assertTrue(browser.in("en").get("/redactie").body().contains("Waits for a colleague"));
    }

    @Test
    void theFormHasTheFieldsOfTheTypeAndTheChecklistLeadsToThem() {
        String page = browser.visit(PAGE).body();

        assertTrue(page.contains("value=\"Een &lt;vroege&gt; titel\""), page);
        assertTrue(page.contains("name=\"details.figure\""), page);
        assertFalse(page.contains("name=\"details.place\""), "that is for events");
        assertTrue(page.contains("<a href=\"#f-summary\">Schrijf een samenvatting.</a>"), page);
        assertTrue(page.contains("<a href=\"#f-details-date\">Vul in: Datum van het cijfer</a>"), page);
        assertTrue(page.contains("Een vraag levert reacties op."), page);
        assertTrue(page.contains("<code>{{shop.name}}</code>"), page);
        assertTrue(page.contains("bij {{shop.name}}"), "an example in the hint");
        assertTrue(page.contains("Regio Midden"), page);
        assertTrue(page.contains("/api/v1/assets/" + PICTURE + "/renditions/web-480\" alt=\"Een berg\""), page);
        assertFalse(page.contains("style=\""), "nothing inline: the policy would block it");
    }

    @Test
    void ofAMakerTheNameTheSiteAndOtherPagesAreWrittenToo() {
        String maker = story("draft", ME, 3, "Titel").replace("\"impact\"", "\"maker\"");
        Neighbours.CONTENT.answer("GET", API, 200, maker);
        Neighbours.CONTENT.answer("PATCH", API, 200, maker);
        List<Entry<String, String>> form = form(browser.visit(PAGE).body(), "save");
        form = with(form, "details.name", "Coöperatie Huila");
        form = with(form, "details.website", "https://huila.example");
        form = with(form, "details.sameAs", "https://a.example\r\nhttps://b.example\r\n");

        browser.multipart(PAGE, form);

        assertEquals(
                "{\"details\":{\"name\":\"Coöperatie Huila\",\"website\":\"https://huila.example\","
                        + "\"sameAs\":[\"https://a.example\",\"https://b.example\"]}}",
                sent("PATCH").body());
    }

    @Test
    void savingSendsOnlyWhatChangedOnTheVersionThatWasSeen() {
        Neighbours.CONTENT.answer("PATCH", API, 200, story("draft", ME, 4, "Titel"));
        String page = browser.visit(PAGE).body();

        HttpResponse<String> answer =
                browser.multipart(PAGE, with(form(page, "save"), "summary", "Regel één\r\nregel twee €\r\n"));

        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(
                PAGE + "?done=saved",
                java.net
                                .URI
                                .create(answer.headers().firstValue("Location").orElseThrow())
                                .getPath() + "?done=saved");
        FakeNeighbour.Request patch = sent("PATCH");
        assertEquals("\"3\"", patch.header("If-Match"));
        assertTrue(
                patch.header("Content-Type").startsWith("application/merge-patch+json"), patch.header("Content-Type"));
        assertEquals("{\"summary\":\"Regel één\\nregel twee €\"}", patch.body());
    }

    @Test
    void savingWithoutAChangeChangesNothing() {
        String page = browser.visit(PAGE).body();

        HttpResponse<String> answer = browser.multipart(PAGE, form(page, "save"));

        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(nothingSent("PATCH"));
    }

    @Test
    void whatIsSaidAboutAPictureIsSavedWithItsOwnVersion() {
        Neighbours.CONTENT.answer("PATCH", "/api/v1/assets/" + PICTURE, 200, "{\"id\": \"" + PICTURE + "\"}");
        String page = browser.visit(PAGE).body();

        browser.multipart(PAGE, with(form(page, "save"), "asset." + PICTURE + ".altText", "Een rode berg"));

        FakeNeighbour.Request patch = sent("PATCH");
        assertEquals("\"7\"", patch.header("If-Match"));
        assertTrue(patch.body().contains("\"altText\":\"Een rode berg\""), patch.body());
    }

    @Test
    void themesAndSeasonsAreChosenByNameAndSentByKey() {
        StringBuilder more = new StringBuilder();
        for (int number = 0; number < 25; number++) {
            more.append(", {\"key\": \"t-%1$d\", \"name\": {\"nl\": \"T %1$d\", \"en\": null}, \"state\": \"active\"}"
                    .formatted(number));
        }
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/themes",
                200,
                """
                {"items": [
                    {"key": "eerlijke-prijs", "name": {"nl": "Eerlijke prijs", "en": "Fair price"}, "state": "active"},
                    {"key": "koffie", "name": {"nl": "Koffie & zo", "en": "Coffee"}, "state": "retired"},
                    {"key": "thee", "name": {"nl": "Thee", "en": "Tea"}, "state": "retired"}%s]}"""
                        .formatted(more));
        Neighbours.CONTENT.answer(
                "GET",
                API,
                200,
                story("draft", ME, 3, "Titel")
                        .replace("\"themes\": []", "\"themes\": [\"koffie\"], \"season\": [\"pasen\"]"));
        String page = browser.visit(PAGE).body();
        String chosen =
                "<input type=\"checkbox\" name=\"themes\" value=\"koffie\" checked> <span>Koffie &amp; zo</span>";
        String free = "<input type=\"checkbox\" name=\"themes\" value=\"eerlijke-prijs\"> <span>Eerlijke prijs</span>";
        assertTrue(page.contains(chosen), page);
        assertTrue(
                page.indexOf("<details class=\"others\"><summary>Kies uit nog 26 thema") > page.indexOf(chosen), page);
        assertTrue(page.indexOf(free) > page.indexOf("<details class=\"others\">"), page);
        assertFalse(page.contains("value=\"thee\""), "retired, and not of this story");
        assertTrue(page.contains("name=\"season\" value=\"pasen\" checked> <span>Pasen</span>"), page);
        assertTrue(page.contains("<span>Wereld Fair Trade Dag</span>"), page);

        Neighbours.CONTENT.answer("PATCH", API, 200, story("draft", ME, 4, "Titel"));
        List<Entry<String, String>> fields = new ArrayList<>(form(page, "save"));
        fields.add(Map.entry("themes", "eerlijke-prijs"));
        fields.removeIf(
                field -> field.getKey().equals("season") && field.getValue().equals("pasen"));
        fields.add(Map.entry("season", "kerst"));
        browser.multipart(PAGE, fields);
        assertEquals(
                "{\"themes\":[\"koffie\",\"eerlijke-prijs\"],\"season\":[\"kerst\"]}",
                sent("PATCH").body());
    }

    @Test
    void aRefusalStandsBesideItsFieldAndEverythingTypedIsKept() {
        Neighbours.CONTENT.answer(
                "PATCH",
                API,
                422,
                """
                {"detail": "x", "violations": [
                    {"pointer": "/details/figure", "detail": "Hier hoort een getal."},
                    {"pointer": "/themes/0", "detail": "Dit mag hooguit 60 tekens zijn."}]}""");
        String page = browser.visit(PAGE).body();

        HttpResponse<String> answer = browser.multipart(
                PAGE, with(with(form(page, "save"), "details.figure", "veel"), "summary", "Mijn <b>woorden</b>"));

        assertEquals(422, answer.statusCode());
        String again = answer.body();
        assertTrue(again.contains("<p class=\"error\" id=\"f-details-figure-error\">Hier hoort een getal.</p>"), again);
        assertTrue(
                again.contains("<a href=\"#f-themes\"><strong>Thema’s</strong> Dit mag hooguit 60 tekens zijn.</a>"),
                again);
        assertTrue(again.contains("value=\"veel\""), again);
        assertTrue(again.contains("Mijn &lt;b&gt;woorden&lt;/b&gt;</textarea>"), again);
        assertTrue(again.contains("name=\"version\" value=\"3\""), again);
    }

    @Test
    void whenAnotherWasFirstBothTextsAreShownAndOneIsChosen() {
        String page = browser.visit(PAGE).body();
        Neighbours.CONTENT.answer("PATCH", API, 412, "{\"detail\": \"x\", \"violations\": []}");
        Neighbours.CONTENT.answer("GET", API, 200, story("draft", ME, 4, "Van de ander"));

        HttpResponse<String> met = browser.multipart(PAGE, with(form(page, "save"), "title", "Van mij"));

        assertEquals(412, met.statusCode());
        assertTrue(met.body().contains("value=\"Van mij\""), met.body());
        assertTrue(met.body().contains("<div class=\"theirs-text\">Van de ander</div>"), met.body());
        assertTrue(met.body().contains("name=\"version\" value=\"4\""), met.body());

        Neighbours.CONTENT.answer("PATCH", API, 200, story("draft", ME, 5, "Van mij"));
        browser.multipart(PAGE, form(met.body(), "save"));
        FakeNeighbour.Request mine = Neighbours.CONTENT.requests().stream()
                .filter(request -> request.method().equals("PATCH"))
                .reduce((one, later) -> later)
                .orElseThrow();
        assertEquals("\"4\"", mine.header("If-Match"));
        assertEquals("{\"title\":\"Van mij\"}", mine.body());

        HttpResponse<String> theirs = browser.multipart(PAGE, with(form(met.body(), "save"), "take.title", "theirs"));
        assertEquals(303, theirs.statusCode());
        assertEquals(
                2,
                Neighbours.CONTENT.requests().stream()
                        .filter(request -> request.method().equals("PATCH"))
                        .count(),
                "theirs is there already");
    }

    @Test
    void aTimeThatDoesNotExistIsNotSent() {
        String page = browser.visit(PAGE).body();

        HttpResponse<String> answer =
                browser.multipart(PAGE, with(form(page, "save"), "availableFrom", "2027-03-28T02:30"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("zondag 28 maart 2027 om 03.00 uur"), answer.body());
        assertTrue(nothingSent("PATCH"));
    }

    @Test
    void aPictureThatIsRefusedLeavesTheTextSaved() {
        Neighbours.CONTENT.answer("PATCH", API, 200, story("draft", ME, 4, "Nieuw"));
        Neighbours.CONTENT.answer(
                "POST",
                "/api/v1/assets",
                422,
                "{\"detail\": \"x\", \"violations\": [{\"pointer\": \"/file\", \"detail\": \"Dit is geen foto.\"}]}");
        String page = browser.visit(PAGE).body();
        List<Entry<String, String>> fields =
                with(with(form(page, "save"), "title", "Nieuw"), "new.altText", "Een wolk");

        HttpResponse<String> answer = browser.multipart(PAGE, with(fields, "file", "geen foto"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("De tekst is bewaard."), answer.body());
        assertTrue(answer.body().contains("id=\"f-new-file-error\">Dit is geen foto.</p>"), answer.body());
        assertTrue(answer.body().contains("Een wolk</textarea>"), answer.body());
        assertTrue(sent("POST").body().contains("geen foto"), "the file itself was passed on");
        assertFalse(sent("POST").body().contains("Een wolk"), "what is said of it is saved once it is there");
    }

    @Test
    void aPictureWhoseDescriptionIsRefusedIsThereAndIsNotAskedForAgain() {
        String coming = "01976b2e-4c00-7000-8000-0000000000a2";
        Neighbours.CONTENT.answer("POST", "/api/v1/assets", 201, "{\"id\": \"" + coming + "\", \"version\": 1}");
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/assets/" + coming,
                200,
                "{\"id\": \"%s\", \"kind\": \"picture\", \"state\": \"available\", \"version\": 1}".formatted(coming));
        Neighbours.CONTENT.answer(
                "PATCH",
                "/api/v1/assets/" + coming,
                422,
                "{\"detail\": \"x\", \"violations\": [{\"pointer\": \"/credit\", \"detail\": \"Dat is te lang.\"}]}");
        Neighbours.CONTENT.answer("PATCH", API, 200, story("draft", ME, 4, "Titel"));
        String page = browser.visit(PAGE).body();

        HttpResponse<String> answer =
                browser.multipart(PAGE, with(with(form(page, "save"), "new.credit", "Fatima"), "file", "een foto"));

        assertEquals(422, answer.statusCode());
        String again = answer.body();
        assertTrue(again.contains("name=\"assets\" value=\"" + coming + "\""), again);
        assertTrue(again.contains("/api/v1/assets/" + coming + "/renditions/web-480\""), again);
        assertTrue(again.contains("name=\"asset." + coming + ".credit\" type=\"text\" value=\"Fatima\""), again);
        assertTrue(again.contains("-credit-error\">Dat is te lang.</p>"), again);
        assertTrue(again.contains("<strong>Gemaakt door</strong> Dat is te lang.</a>"), again);
        assertFalse(again.contains("f-new-file-error"), "nothing is wrong with the file");
        FakeNeighbour.Request described = Neighbours.CONTENT.requests().stream()
                .filter(request ->
                        request.method().equals("PATCH") && request.path().endsWith(coming))
                .findFirst()
                .orElseThrow();
        assertEquals("\"1\"", described.header("If-Match"));
    }

    @Test
    void filmSoundAndPaperAreShownAsWhatTheyAre() {
        for (String[] file : new String[][] {
            {"video", "video/mp4", "/renditions/file\" aria-label=\"Een berg\"><track kind=\"captions\""},
            {"sound", "audio/mpeg", "<audio controls preload=\"metadata\""},
            {"document", "application/pdf", "download>Een berg</a> <span class=\"aside\">PDF, 1,2 MB</span>"}
        }) {
            Neighbours.CONTENT.answer(
                    "GET",
                    "/api/v1/assets/" + PICTURE,
                    200,
                    """
                    {"id": "%s", "kind": "%s", "mediaType": "%s", "bytes": 1234567, "altText": "Een berg",
                     "captions": "WEBVTT", "state": "available", "version": 7}"""
                            .formatted(PICTURE, file[0], file[1]));
            String page = browser.visit(PAGE).body();
            assertTrue(page.contains(file[2]), page);
            assertFalse(page.contains("/renditions/web-480"), "there is no picture of it");
        }
        assertTrue(
                browser.get(PAGE)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow()
                        .contains("media-src 'self'"),
                "a browser plays them");
    }

    @Test
    void whatIsSaidInASoundIsAskedForAndSaved() {
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/assets/" + PICTURE,
                200,
                "{\"id\": \"%s\", \"kind\": \"sound\", \"transcript\": null, \"state\": \"available\", \"version\": 7}"
                        .formatted(PICTURE));
        Neighbours.CONTENT.answer("PATCH", "/api/v1/assets/" + PICTURE, 200, "{\"id\": \"" + PICTURE + "\"}");
        String page = browser.visit(PAGE).body();
        assertTrue(page.contains("Wat wordt er gezegd?</label>"), page);
        browser.multipart(PAGE, form(page, "save"));
        assertTrue(nothingSent("PATCH"), "nothing was said");

        browser.multipart(PAGE, with(form(page, "save"), "asset." + PICTURE + ".transcript", "Krak, zegt de boon."));

        assertTrue(
                sent("PATCH").body().contains("\"transcript\":\"Krak, zegt de boon.\""),
                sent("PATCH").body());
    }

    private static void film(String captions) {
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/assets/" + PICTURE,
                200,
                """
                {"id": "%s", "kind": "video", "mediaType": "video/mp4", "captions": %s, "captionsLanguage": "nl",
                 "state": "available", "version": 7}"""
                        .formatted(PICTURE, captions));
        Neighbours.CONTENT.answer("PATCH", "/api/v1/assets/" + PICTURE, 200, "{\"id\": \"" + PICTURE + "\"}");
    }

    @Test
    void captionsOfAFilmAreTypedOrSentAsAFileAndTheFileCounts() {
        film("null");
        String page = browser.visit(PAGE).body();
        assertTrue(page.contains("type=\"file\" accept=\".vtt,.srt,text/vtt,application/x-subrip\""), page);
        assertTrue(page.contains("Of schrijf de ondertiteling hier"), page);
        String field = "asset." + PICTURE + ".captions";

        browser.multipart(PAGE, with(form(page, "save"), field, "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nKrak"));
        assertTrue(
                sent("PATCH").body().contains("\"captions\":\"WEBVTT\\n\\n00:01.000 --> 00:02.000\\nKrak\""),
                sent("PATCH").body());

        browser.multipart(
                PAGE,
                with(with(form(page, "save"), field, "iets anders"), field + "File", "WEBVTT\r\n\r\nNOTE één\r\n"));
        assertEquals(
                1,
                Neighbours.CONTENT.requests().stream()
                        .filter(request -> request.method().equals("PATCH")
                                && request.body().contains("\"captions\":\"WEBVTT\\n\\nNOTE één\""))
                        .count());
    }

    @Test
    void captionsThatAreThereAreShownAndNobodyWhoLeavesThemSendsThem() {
        film("\"WEBVTT\\r\\n\\r\\n00:01.000 --> 00:02.000\\r\\nKrak\"");
        String page = browser.visit(PAGE).body();
        assertTrue(page.contains("<track kind=\"captions\""), page);
        assertTrue(page.contains("Bekijk of verander de ondertiteling"), page);

        browser.multipart(PAGE, with(form(page, "save"), "asset." + PICTURE + ".captionsFile", ""));
        assertTrue(nothingSent("PATCH"), "an empty field for a file is no captions");

        browser.multipart(PAGE, with(form(page, "save"), "asset." + PICTURE + ".captions", ""));
        assertTrue(
                sent("PATCH").body().contains("\"captions\":null"),
                sent("PATCH").body());
    }

    @Test
    void captionsThatAreNoneAreSaidBesideTheirFieldAndStay() {
        film("null");
        Neighbours.CONTENT.answer(
                "PATCH",
                "/api/v1/assets/" + PICTURE,
                422,
                "{\"detail\": \"x\", \"violations\": [{\"pointer\": \"/captions\", \"detail\": \"Dit is geen WebVTT.\"}]}");
        String page = browser.visit(PAGE).body();
        String srt = "1\r\n00:00:01,000 --> 00:00:02,000\r\nKrak";

        HttpResponse<String> answer =
                browser.multipart(PAGE, with(form(page, "save"), "asset." + PICTURE + ".captionsFile", srt));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("<details class=\"others\" open>"), answer.body());
        assertTrue(answer.body().contains("-captions-error\">Dit is geen WebVTT.</p>"), answer.body());
        assertTrue(answer.body().contains("00:00:01,000 --&gt; 00:00:02,000\nKrak</textarea>"), answer.body());

        String noText = browser.multipart(
                        PAGE, with(form(page, "save"), "asset." + PICTURE + ".captionsFile", "PK\0".repeat(40_000)))
                .body();
        assertFalse(noText.contains("PK\uFFFD".repeat(30)), "a file that is no text does not fill the page");
    }

    private static void filmInTwoLanguages() {
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/assets/" + PICTURE,
                200,
                """
                {"id": "%s", "kind": "video", "mediaType": "video/mp4", "captions": "WEBVTT", "captionsLanguage": "fy",
                 "otherCaptions": [{"language": "en-GB", "text": "WEBVTT\\r\\n\\r\\nNOTE one"}], "state": "available",
                 "version": 7}"""
                        .formatted(PICTURE));
        Neighbours.CONTENT.answer("PATCH", "/api/v1/assets/" + PICTURE, 200, "{\"id\": \"" + PICTURE + "\"}");
    }

    @Test
    void aFilmIsShownWithItsCaptionsInEachLanguage() {
        filmInTwoLanguages();
        String page = browser.visit(PAGE).body();
        String place = "src=\"/api/v1/assets/" + PICTURE + "/renditions/";
        assertTrue(
                page.contains("<track kind=\"captions\" " + place
                        + "captions\" srclang=\"fy\" label=\"Frysk\" default><track kind=\"captions\" " + place
                        + "captions-en-GB\" srclang=\"en-GB\" label=\"English (United Kingdom)\"></video>"),
                page);
        assertTrue(page.contains("<option value=\"fy\" selected>Fries</option>"), page);
        assertTrue(page.contains("Ondertiteling in andere talen: Engels (Verenigd Koninkrijk)</summary>"), page);
        browser.multipart(PAGE, form(page, "save"));
        assertTrue(nothingSent("PATCH"), "nobody changed a thing");
    }

    @Test
    void captionsInAnotherLanguageAreAddedAndTakenAway() {
        filmInTwoLanguages();
        String page = browser.visit(PAGE).body();
        String others = "asset." + PICTURE + ".otherCaptions.";
        browser.multipart(
                PAGE,
                with(
                        with(form(page, "save"), others + "1.language", "de"),
                        others + "1.captionsFile",
                        "1\r\n00:00:01,000 --> 00:00:02,000\r\nKrach"));
        assertTrue(
                sent("PATCH")
                        .body()
                        .contains("\"captionsLanguage\":\"fy\",\"otherCaptions\":["
                                + "{\"language\":\"en-GB\",\"text\":\"WEBVTT\\n\\nNOTE one\"},"
                                + "{\"language\":\"de\",\"text\":\"1\\n00:00:01,000 --> 00:00:02,000\\nKrach\"}]"),
                sent("PATCH").body());

        browser.multipart(PAGE, with(form(page, "save"), others + "0.captions", ""));
        assertEquals(
                1,
                Neighbours.CONTENT.requests().stream()
                        .filter(request -> request.method().equals("PATCH")
                                && request.body().contains("\"otherCaptions\":[]"))
                        .count());
    }

    @Test
    void whatIsWrongWithCaptionsInAnotherLanguageIsSaidBesideThem() {
        filmInTwoLanguages();
        Neighbours.CONTENT.answer(
                "PATCH",
                "/api/v1/assets/" + PICTURE,
                422,
                """
                {"detail": "x", "violations": [
                 {"pointer": "/otherCaptions/1/language", "detail": "Schrijf de taal als nl."},
                 {"pointer": "/otherCaptions/1/text", "detail": "Op regel 3 staan tekens."}]}""");
        String page = browser.visit(PAGE).body();
        String others = "asset." + PICTURE + ".otherCaptions.";

        // What Windows-1252 leaves when it is read as UTF-8, after more than a page's glimpse.
        String srt = "1\r\n00:00:01,000 --> 00:00:02,000\r\n" + "Krak. ".repeat(40) + "Caf\uFFFD";
        HttpResponse<String> answer = browser.multipart(PAGE, with(form(page, "save"), others + "1.captionsFile", srt));

        assertEquals(422, answer.statusCode());
        assertTrue(
                answer.body().contains("otherCaptions-1-language-error\">Schrijf de taal als nl.</p>"), answer.body());
        assertTrue(
                answer.body().contains("otherCaptions-1-captions-error\">Op regel 3 staan tekens.</p>"), answer.body());
        String place = "f-asset-" + PICTURE + "-otherCaptions-1-captions";
        assertTrue(answer.body().contains("<a href=\"#" + place + "\">"), answer.body());
        assertTrue(answer.body().contains("id=\"" + place + "\""), "it leads to a place that is there");
        assertTrue(answer.body().contains("Caf\uFFFD</textarea>"), "all of it is there, to be mended");
    }

    @Test
    void everyPageSaysHowManyStoriesOfShopsWait() {
        Neighbours.CONTENT.answer("GET", "/api/v1/contributions/count", 200, "{\"count\": 99, \"more\": true}");
        assertTrue(
                browser.visit(PAGE).body().contains("<span class=\"badge\">99+<span class=\"hidden\"> wachten op ons"));
        Neighbours.CONTENT.answer("GET", "/api/v1/contributions/count", 200, "{\"count\": 3, \"more\": false}");
        assertTrue(browser.get(PAGE).body().contains("<span class=\"badge\">3<span"));
        Neighbours.CONTENT.answer("GET", "/api/v1/contributions/count", 200, "{\"count\": 0, \"more\": false}");
        assertFalse(browser.get(PAGE).body().contains("badge"));
        Neighbours.CONTENT.answer("GET", "/api/v1/contributions/count", 503, "{}");
        String page = browser.get(PAGE).body();
        assertTrue(page.contains("href=\"/redactie/inzendingen\">Inzendingen</a>"), page);
    }

    @Test
    void whoMayUseAStoryIsSaidInPlainWordsAndSaved() {
        Neighbours.CONTENT.answer("PATCH", API, 200, story("draft", ME, 4, "Titel"));
        String page = browser.visit(PAGE).body();
        assertTrue(page.contains("Wie mag dit verhaal gebruiken?</h2>"), page);
        assertTrue(page.contains("<span>Alleen winkels die het product verkopen</span>"), page);
        assertTrue(page.contains("<option value=\"midden\">Regio Midden</option>"), page);

        List<Entry<String, String>> fields = with(form(page, "save"), "onlyStocked", "yes");
        browser.multipart(
                PAGE, with(with(fields, "owner", "midden"), "translationOf", "https://etalage.example" + PAGE));

        String patch = sent("PATCH").body();
        assertTrue(patch.contains("\"onlyStocked\":true"), patch);
        assertTrue(patch.contains("\"owner\":\"midden\""), patch);
        assertTrue(patch.contains("\"translationOf\":\"" + ID + "\""), patch);
    }

    @Test
    void aTranslationBeginsAsACopyInAnotherLanguageAndStoriesLeadToEachOther() {
        String french = "01976b2e-4c00-7000-8000-000000000009";
        Neighbours.CONTENT.answer(
                "GET",
                "/api/v1/stories",
                200,
                """
                {"items": [{"id": "%s", "title": "Du café", "locale": "fr", "state": "released",
                            "translationOf": "%s"}]}"""
                        .formatted(french, ID));
        Neighbours.CONTENT.answer("POST", "/api/v1/stories", 201, "{\"id\": \"" + OTHER + "\"}");
        assertTrue(browser.visit(PAGE).body().contains("/redactie/verhalen/" + french + "\">Du café</a>"));
        String page = browser.get(PAGE + "/vertaling").body();
        assertTrue(page.contains("name=\"locale\" value=\"en\""), page);
        assertFalse(page.contains("name=\"locale\" value=\"fr\""), "it is there in French");
        assertFalse(page.contains("name=\"locale\" value=\"nl\""), "it is Dutch");

        assertEquals(422, browser.post(PAGE + "/vertaling", "key=k1").statusCode());
        assertTrue(nothingSent("POST"));
        HttpResponse<String> answer = browser.post(PAGE + "/vertaling", "key=k1&locale=en");

        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .endsWith("/redactie/verhalen/" + OTHER + "?done=translated"));
        FakeNeighbour.Request begun = sent("POST");
        assertEquals("k1", begun.header("Idempotency-Key"));
        assertTrue(begun.body().endsWith("\"locale\":\"en\",\"translationOf\":\"" + ID + "\"}"), begun.body());
        assertTrue(begun.body().contains("\"title\":\"Een <vroege> titel\""), begun.body());
        assertTrue(begun.body().contains("\"assets\":[\"" + PICTURE + "\"]"), begun.body());
        assertFalse(begun.body().contains("\"state\""), "what is its own stays behind");
        assertFalse(begun.body().contains("\"author\""), begun.body());
    }

    @Test
    void whoseSessionEndedGetsTheTextBack() {
        String page = browser.visit(PAGE).body();
        List<Entry<String, String>> typed = with(form(page, "save"), "body", "Een <lang> verhaal\r\nmet regels");
        browser.forget();

        HttpResponse<String> answer = browser.multipart(PAGE, typed);

        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("je tekst is er nog"), answer.body());
        assertTrue(
                answer.body().contains("name=\"body\" value=\"Een &lt;lang&gt; verhaal\nmet regels\""), answer.body());
        assertTrue(nothingSent("PATCH"));
    }

    @Test
    void aServiceThatIsAwayCostsNoText() {
        String page = browser.visit(PAGE).body();
        Neighbours.CONTENT.answer("PATCH", API, 503, "{}");

        HttpResponse<String> answer = browser.multipart(PAGE, with(form(page, "save"), "title", "Blijft"));

        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("name=\"title\" value=\"Blijft\""), answer.body());
    }

    @Test
    void ownWorkIsForAColleagueAndTheirsCanBeReleased() {
        Neighbours.CONTENT.answer("GET", API, 200, story("in-review", ME, 4, "Titel"));
        String own = browser.visit(PAGE).body();
        assertTrue(own.contains("Een collega kan het vrijgeven."), own);
        assertFalse(own.contains("value=\"release\""), own);
        assertTrue(own.contains("Haal terug om verder te schrijven"), own);

        Neighbours.CONTENT.answer("GET", API, 200, story("in-review", OTHER, 4, "Titel"));
        String theirs = browser.get(PAGE).body();
        assertTrue(theirs.contains("Geef vrij voor de winkels"), theirs);
        assertTrue(theirs.contains("Geef terug aan Bas Timmermans"), theirs);

        Neighbours.CONTENT.answer("POST", API + "/release", 200, story("released", OTHER, 5, "Titel"));
        HttpResponse<String> answer = browser.post(PAGE + "/besluit", "do=release&version=4");
        assertEquals(303, answer.statusCode());
        assertEquals("\"4\"", sent("POST").header("If-Match"));
    }

    @Test
    void whatAColleagueWroteComesBackWhenTheDecisionIsTooLate() {
        Neighbours.CONTENT.answer("GET", API, 200, story("in-review", OTHER, 5, "Titel"));
        Neighbours.CONTENT.answer("POST", API + "/return", 412, "{\"detail\": \"x\"}");
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.post(PAGE + "/besluit", "do=return&version=4&note=Korter+%26+beter");

        assertEquals(412, answer.statusCode());
        assertTrue(answer.body().contains("Iemand anders was je voor."), answer.body());
        assertTrue(answer.body().contains("Korter &amp; beter</textarea>"), answer.body());
        assertEquals("{\"note\":\"Korter & beter\"}", sent("POST").body());
    }

    @Test
    void aCorrectionTakesNoteSeverityAndWhatChanged() {
        Neighbours.CONTENT.answer("GET", API, 200, story("released", OTHER, 4, "Titel"));
        Neighbours.CONTENT.answer("POST", API + "/correct", 200, story("released", ME, 5, "Beter"));
        String page = browser.visit(PAGE + "/verbeter").body();
        List<Entry<String, String>> fields = with(form(page, "correct"), "title", "Beter");

        HttpResponse<String> answer =
                browser.multipart(PAGE + "/verbeter", with(with(fields, "note", "Klopte niet"), "severity", "major"));

        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(
                "{\"note\":\"Klopte niet\",\"severity\":\"major\",\"changes\":{\"title\":\"Beter\"}}",
                sent("POST").body());
    }

    @Test
    void whatACorrectionMissesIsSaidAtItsPlaceInTheOrderOfThePage() {
        Neighbours.CONTENT.answer("GET", API, 200, story("released", OTHER, 4, "Titel"));
        Neighbours.CONTENT.answer(
                "POST",
                API + "/correct",
                422,
                """
                {"detail": "x", "violations": [
                 {"pointer": "/changes/products/0/gtin", "detail": "Geen streepjescode."},
                 {"pointer": "/changes/title", "detail": "Te lang."},
                 {"pointer": "/severity", "detail": "Dit moet je invullen."},
                 {"pointer": "/note", "detail": "Dit moet je invullen."}]}""");
        String page = browser.visit(PAGE + "/verbeter").body();
        List<Entry<String, String>> fields = with(form(page, "correct"), "title", "Veel langer");

        String answer = browser.multipart(PAGE + "/verbeter", with(fields, "products.0.gtin", "12"))
                .body();

        assertTrue(answer.contains("id=\"f-note-error\">Schrijf wat je veranderde, en waarom.</p>"), answer);
        assertTrue(answer.contains("id=\"f-severity-error\">Kies hoe erg het is"), answer);
        List<String> linked = Pattern.compile("<li><a href=\"#([^\"]+)\">")
                .matcher(answer.substring(0, answer.indexOf("<form method=\"post\" action=\"" + PAGE)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("f-note", "f-severity", "f-title", "f-products-0-gtin"), linked);
        linked.forEach(place -> assertTrue(answer.contains(" id=\"" + place + "\""), place));
        assertTrue(answer.contains("<strong>Titel</strong> Te lang.</a>"), answer);
    }

    @Test
    void withdrawingAsksWhyFirst() {
        Neighbours.CONTENT.answer("GET", API, 200, story("released", OTHER, 4, "Titel"));
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.post(PAGE + "/besluit", "do=withdraw&version=4");

        assertEquals(422, answer.statusCode());
        assertTrue(
                answer.body().contains("id=\"reason-error\">Kies eerst waarom het verhaal weg moet.</p>"),
                answer.body());
        assertTrue(answer.body().contains("<details open>"), "what is wrong can be seen");
        assertTrue(nothingSent("POST"));
    }

    @Test
    void aPreviewFillsTheStoryAndNamesWhatIsEmptyWhere() {
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/shops/zeist", 200, "{\"slug\": \"zeist\", \"name\": \"Wereldwinkel Zeist\"}");
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/shops/utrecht", 200, "{\"slug\": \"utrecht\", \"name\": \"Wereldwinkel Utrecht\"}");
        Neighbours.CONTENT.answer(
                "GET",
                API + "/preview",
                200,
                """
                {"type": "impact", "title": "Koffie", "bodyHtml": "<p>Bij <strong>ons</strong></p>", "pictures": [],
                 "details": {"figure": 12}, "channelTexts": {"bluesky": "Kort"}, "missing": ["shop.phone"]}""");
        Neighbours.CONTENT.answer(
                "GET",
                API + "/empty-fields",
                200,
                "{\"items\": [{\"shop\": \"utrecht\", \"fields\": [\"shop.name\", \"shop.phone\"]}]}");

        String page = browser.visit(PAGE + "/bekijk?winkel=zeist").body();

        assertTrue(page.contains("<p>Bij <strong>ons</strong></p>"), page);
        assertTrue(page.contains("<li>shop.phone</li>"), "what has no description goes by its name");
        assertTrue(page.contains("bekijk?winkel=utrecht\">Wereldwinkel Utrecht</a>"), page);
        assertTrue(page.contains(">De naam van de winkel</span>"), page);
        assertTrue(Neighbours.CONTENT.requests().stream()
                .anyMatch(request -> request.path().contains("/preview?shop=zeist")));
    }

    @Test
    void aPreviewShowsAPlaceAsItIsWrittenAndATimeInWords() {
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/shops/zeist", 200, "{\"slug\": \"zeist\", \"name\": \"Wereldwinkel Zeist\"}");
        Neighbours.CONTENT.answer(
                "GET",
                API + "/preview",
                200,
                """
                {"type": "event", "title": "Avond", "pictures": [], "channelTexts": {}, "missing": [],
                 "details": {"place": "Tuinzaal, Tilburg", "startsAt": "2027-01-05T19:30"}}""");
        Neighbours.CONTENT.answer("GET", API + "/empty-fields", 200, "{\"items\": []}");

        String page = browser.visit(PAGE + "/bekijk?winkel=zeist").body();

        assertTrue(page.contains("Tuinzaal, Tilburg"), page);
        assertTrue(page.contains("dinsdag 5 januari 2027 om 19.30 uur"), page);
    }

    @Test
    void aCoachReadsAndDoesNotWrite() {
        role("coach");

        String page = browser.visit(PAGE).body();

        assertFalse(page.contains("<form method=\"post\" action=\"" + PAGE + "\""), page);
        assertTrue(page.contains("Een &lt;vroege&gt; titel"), page);
        assertEquals(403, browser.get(PAGE + "/verbeter").statusCode());
        assertEquals(403, browser.get("/redactie/nieuw").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/redactie", "/redactie/nieuw", PAGE, PAGE + "/verbeter", PAGE + "/fotos", PAGE + "/versies"})
    void whoIsNotInTheCentralGroupFindsNothing(String path) {
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{\"central\": null, \"shops\": []}");

        assertEquals(404, browser.visit(path).statusCode());
        assertTrue(Neighbours.CONTENT.requests().isEmpty());
    }

    @Test
    void aFormFromAnotherSiteDoesNothing() {
        browser.visit(PAGE);

        assertEquals(
                403,
                browser.post(PAGE + "/besluit", "do=release&version=3", "cross-site")
                        .statusCode());
        assertEquals(
                403,
                browser.post("/redactie/nieuw", "type=tip&key=k", "cross-site").statusCode());
        assertTrue(nothingSent("POST"));
    }

    @Test
    void aStoryIsBegunOnceWithItsTypeOnly() {
        Neighbours.CONTENT.answer("POST", "/api/v1/stories", 201, story("draft", ME, 1, ""));
        browser.visit("/redactie/nieuw");

        assertEquals(422, browser.post("/redactie/nieuw", "key=k").statusCode());
        HttpResponse<String> answer = browser.post("/redactie/nieuw", "type=event&key=een-sleutel");

        assertEquals(303, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElseThrow().endsWith(PAGE));
        assertEquals("een-sleutel", sent("POST").header("Idempotency-Key"));
        assertEquals("{\"type\":\"event\",\"locale\":\"nl\"}", sent("POST").body());
    }

    @Test
    void aFormThatIsTooLargeIsRefusedBeforeItIsRead() {
        browser.visit(PAGE);

        HttpResponse<String> answer = browser.post("/berichten/" + ID, "note=" + "x".repeat(70_000));

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("Dit is te groot"), answer.body());
    }
}
