package nl.etalage.gateway.console.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages on which editors keep the list of themes. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class ThemePagesTest {

    private static final String PAGE = "/redactie/themas";
    private static final String API = "/api/v1/themes";
    private static final String COFFEE =
            """
            {"key": "koffie", "name": {"nl": "Koffie <b>", "en": "Coffee"}, "synonyms": ["bakkie", "espresso"],
             "state": "active", "version": 4}""";

    private final Browser browser = new Browser();

    @BeforeEach
    void aListOfTwo() {
        Neighbours.reset();
        SigningIn.lifespan(300);
        role("editor");
        Neighbours.CONTENT.answer(
                "GET",
                API,
                200,
                """
                {"items": [%s, {"key": "cacao", "name": {"nl": "Cacao", "en": null}, "synonyms": [],
                                "state": "retired", "version": 1}]}"""
                        .formatted(COFFEE));
        Neighbours.CONTENT.answer("GET", API + "/koffie", 200, COFFEE);
    }

    private static void role(String role) {
        Neighbours.SHOPS.answer(
                "GET",
                "/api/v1/me",
                200,
                """
                {"name": "Eva", "central": {"member": "01976b2e-4c00-7000-8000-0000000000e1", "role": "%s"}, "shops": []}"""
                        .formatted(role));
    }

    /** Names and values in turn, as a browser sends them. */
    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < fields.length; at += 2) {
            form.append(at == 0 ? "" : "&")
                    .append(fields[at])
                    .append('=')
                    .append(URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static FakeNeighbour.Request sent(String method) {
        return Neighbours.CONTENT.requests().stream()
                .filter(request -> request.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListShowsThemesByNameWithTheirOtherWords() {
        String page = browser.visit(PAGE).body();
        assertTrue(
                page.indexOf(">Cacao</a>") < page.indexOf("<a href=\"/redactie/themas/koffie\">Koffie &lt;b&gt;</a>"));
        assertTrue(page.contains("Niet meer in gebruik"), page);
        assertTrue(page.contains("Ook: bakkie, espresso"), page);
        assertTrue(page.contains("In het Engels: Coffee"), page);
    }

    @Test
    void whoOnlyReadsSeesNoForm() {
        role("coach");
        String page = browser.visit(PAGE).body();
        assertTrue(page.contains("Koffie &lt;b&gt;"), page);
        assertFalse(page.contains("<form method=\"post\" action=\"/redactie/themas\""), page);
        assertEquals(403, browser.visit(PAGE + "/koffie").statusCode());
    }

    @Test
    void aThemeIsAddedOnce() {
        browser.visit(PAGE);
        Neighbours.CONTENT.answer("POST", API, 201, COFFEE);
        HttpResponse<String> answer =
                browser.post(PAGE, form("key", "k-1", "nl", " Thee ", "en", "", "synonyms", "kopje, tea;\nkopje"));
        assertEquals(303, answer.statusCode());
        FakeNeighbour.Request post = sent("POST");
        assertEquals("k-1", post.header("Idempotency-Key"));
        assertEquals("{\"name\":{\"nl\":\"Thee\",\"en\":null},\"synonyms\":[\"kopje\",\"tea\"]}", post.body());
        assertTrue(browser.visit(PAGE + "?done=added").body().contains("Het thema staat erbij."));
    }

    @Test
    void aWordOfAnotherThemeIsSaidBesideItAndWhatWasTypedStays() {
        browser.visit(PAGE);
        Neighbours.CONTENT.answer(
                "POST",
                API,
                422,
                """
                {"detail": "Er klopt iets niet.", "violations": [
                    {"pointer": "/synonyms/0", "detail": "Dit woord hoort al bij het thema koffie."}]}""");
        HttpResponse<String> answer =
                browser.post(PAGE, form("key", "k-2", "nl", "Thee", "en", "Tea", "synonyms", "bakkie"));
        assertEquals(422, answer.statusCode());
        String page = answer.body();
        assertTrue(
                page.contains(
                        "<p class=\"error\" id=\"f-synonyms-error\">Dit woord hoort al bij het thema koffie.</p>"),
                page);
        for (String typed : List.of("value=\"Thee\"", "value=\"Tea\"", "value=\"bakkie\"")) {
            assertTrue(page.contains(typed), page);
        }
    }

    @Test
    void aThemeIsRetiredAtTheVersionThatWasSeen() {
        String page = browser.visit(PAGE + "/koffie").body();
        assertTrue(page.contains("name=\"version\" value=\"4\""), page);
        assertTrue(page.contains("value=\"bakkie, espresso\""), page);
        Neighbours.CONTENT.answer("PATCH", API + "/koffie", 200, COFFEE);
        HttpResponse<String> answer = browser.post(
                PAGE + "/koffie",
                form("version", "4", "nl", "Koffie", "en", "Coffee", "synonyms", "bakkie", "retired", "yes"));
        assertEquals(303, answer.statusCode());
        FakeNeighbour.Request patch = sent("PATCH");
        assertEquals("\"4\"", patch.header("If-Match"));
        assertEquals(
                "{\"name\":{\"nl\":\"Koffie\",\"en\":\"Coffee\"},\"synonyms\":[\"bakkie\"],\"state\":\"retired\"}",
                patch.body());
    }

    private static void anotherTheme() {
        Neighbours.CONTENT.answer(
                "GET",
                API,
                200,
                """
                {"items": [%s, {"key": "bakkies", "name": {"nl": "Bakkies & meer", "en": null}, "synonyms": [],
                                "state": "active", "version": 1},
                           {"key": "cacao", "name": {"nl": "Cacao", "en": null}, "synonyms": [],
                            "state": "retired", "version": 1}]}"""
                        .formatted(COFFEE));
    }

    @Test
    void aThemeBecomesPartOfAnotherThatIsInUse() {
        anotherTheme();
        String page = browser.visit(PAGE + "/koffie").body();
        assertTrue(page.contains("<option value=\"bakkies\">Bakkies &amp; meer</option>"), page);
        assertFalse(page.contains("<option value=\"koffie\""), "not of itself");
        assertFalse(page.contains("<option value=\"cacao\""), "not of one that no story gets");
        Neighbours.CONTENT.answer("POST", API + "/koffie/merge", 200, COFFEE);
        HttpResponse<String> answer =
                browser.post(PAGE + "/koffie/samen", form("key", "k-3", "version", "4", "into", "bakkies"));
        assertEquals(303, answer.statusCode());
        FakeNeighbour.Request post = sent("POST");
        assertEquals("\"4\"", post.header("If-Match"));
        assertEquals("k-3", post.header("Idempotency-Key"));
        assertEquals("{\"into\":\"bakkies\"}", post.body());
        assertTrue(browser.visit(PAGE + "?done=merged").body().contains("De thema’s zijn samengevoegd."));
    }

    @Test
    void whyAThemeCantBecomePartOfAnotherIsSaidAtTheChoice() {
        anotherTheme();
        browser.visit(PAGE);
        Neighbours.CONTENT.answer(
                "POST",
                API + "/koffie/merge",
                422,
                "{\"detail\": \"x\", \"violations\": [{\"pointer\": \"/into\", \"detail\": \"Kies een ander.\"}]}");
        HttpResponse<String> answer =
                browser.post(PAGE + "/koffie/samen", form("key", "k-4", "version", "4", "into", "koffie"));
        assertEquals(422, answer.statusCode());
        assertTrue(
                answer.body().contains("<p class=\"error\" id=\"f-into-error\" role=\"alert\">Kies een ander.</p>"),
                answer.body());
        assertTrue(answer.body().contains("<details class=\"card merging\" open>"), answer.body());
        assertTrue(answer.body().contains("value=\"bakkie, espresso\""), "the theme is as it was");
    }

    @Test
    void theAddressOfAThemeThatBecamePartOfAnotherLeadsThere() {
        Neighbours.CONTENT.answer("GET", API + "/mokka", 200, COFFEE);
        HttpResponse<String> answer = browser.visit(PAGE + "/mokka");
        assertEquals(PAGE + "/koffie", answer.uri().getPath());
        assertTrue(answer.body().contains("name=\"version\" value=\"4\""), answer.body());
    }
}
