package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private StandInPlatform platform;
    private Client zeist;

    @BeforeEach
    void start() {
        platform = StandInPlatform.start(StandInOptions.defaults());
        zeist = Client.of(platform, "zeist");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void theFirstPageListsTheAccountsByName() {
        zeist.post("een", "1");
        zeist.post("twee", "2");
        Client.of(platform, "assen").post("een", "1");

        String page = page("/");

        assertTrue(page.indexOf("href=\"/@assen\"") < page.indexOf("href=\"/@zeist\""), page);
        assertTrue(page.contains("1 bericht, laatst "), page);
        assertTrue(page.contains("2 berichten, laatst "), page);
        assertTrue(page.contains("Er is nog geen mail."), page);
    }

    @Test
    void anAccountShowsItsPostsNewestFirstWithPictureAndAltText() {
        String picture = zeist.picture("Vrouwen sorteren bonen");
        zeist.post("eerste bericht", "1");
        zeist.postJson("/api/v1/statuses", "{\"status\":\"tweede bericht\",\"media_ids\":[\"" + picture + "\"]}");

        String page = page("/@zeist");

        assertTrue(page.indexOf("tweede bericht") < page.indexOf("eerste bericht"), page);
        assertTrue(page.contains("alt=\"Vrouwen sorteren bonen\" width=\"40\" height=\"30\""), page);
        assertTrue(page.contains("<figcaption>Vrouwen sorteren bonen</figcaption>"), page);
        Matcher source = Pattern.compile("<img src=\"(/media/[^\"]+)\"").matcher(page);
        assertTrue(source.find(), page);
        assertEquals(
                "image/png", Client.anonymous(platform).get(source.group(1)).header("Content-Type"));
    }

    @Test
    void aPictureWithoutAltTextIsPointedOut() {
        String id =
                zeist.upload(TestPictures.png(4, 4), Map.of()).json().path("id").asText();
        zeist.postJson("/api/v1/statuses", "{\"media_ids\":[\"" + id + "\"]}");

        assertTrue(page("/@zeist").contains("Deze foto heeft geen beschrijving (alt-tekst)."));
    }

    @Test
    void thePermalinkIsAPageWithThePost() {
        String url = zeist.post("te vinden", "1").json().path("url").asText();

        String page = page(url.substring(platform.url().length()));

        assertTrue(page.contains("<h1>Bericht van @zeist</h1>"), page);
        assertTrue(page.contains("<p>te vinden</p>"), page);
    }

    @Test
    void aRemovedPostHasNoPageAnyMore() {
        var status = zeist.post("weg", "1").json();
        zeist.delete("/api/v1/statuses/" + status.path("id").asText());

        Client.Reply reply = Client.anonymous(platform)
                .get(status.path("url").asText().substring(platform.url().length()));

        assertEquals(404, reply.status());
        assertTrue(reply.text().contains("<h1>Deze pagina is er niet</h1>"), reply.text());
    }

    @Test
    void nothingPostedBecomesMarkup() {
        String picture = zeist.picture("\"><script>alert('alt')</script>");
        zeist.postJson(
                "/api/v1/statuses",
                """
                {"status": "<script>alert(1)</script> https://example.org/\\"onmouseover=\\"x #a",
                 "spoiler_text": "<img src=x onerror=alert(2)>", "media_ids": ["%s"]}
                """
                        .formatted(picture));

        String page = page("/@zeist");

        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img src=x"), page);
        assertFalse(page.contains("\"onmouseover"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    }

    @Test
    void aBrowserIsToldToTrustOnlyOurOwnStyleAndPictures() {
        Client.Reply reply = Client.anonymous(platform).get("/");

        assertTrue(reply.header("Content-Security-Policy").startsWith("default-src 'none'; style-src 'self'"));
        assertEquals("nosniff", reply.header("X-Content-Type-Options"));
        assertEquals("text/html; charset=utf-8", reply.header("Content-Type"));
    }

    @Test
    void aLongListGoesOnWithOlderPosts() {
        for (int i = 1; i <= 21; i++) {
            zeist.post("bericht nummer " + i + ".", "key-" + i);
        }
        Matcher older =
                Pattern.compile("<a href=\"(/@zeist\\?before=\\d+)\">Ouder</a>").matcher(page("/@zeist"));
        assertTrue(older.find());

        String page = page(older.group(1));

        assertTrue(page.contains("bericht nummer 1."), page);
        assertFalse(page.contains("bericht nummer 2."), page);
        assertFalse(page.contains(">Ouder<"), page);
    }

    @Test
    void aHashtagLeadsToItsPosts() {
        zeist.post("Lekkere #Koffie", "1");
        zeist.post("Lekkere #Koffiebroodjes", "2");

        String page = page("/tags/koffie");

        assertTrue(page.contains("<h1>#koffie</h1>"), page);
        assertTrue(page.contains("#<span>Koffie</span>"), page);
        assertFalse(page.contains("Koffiebroodjes"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/style.css", "/icon.svg", "/header.svg", "/avatars/zeist.svg"})
    void whatThePagesReferToIsThere(String path) {
        zeist.get("/api/v1/accounts/verify_credentials");

        assertEquals(200, Client.anonymous(platform).get(path).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@nobody",
                "/@zeist/1",
                "/@zeist/abc",
                "/tags/none",
                "/avatars/nobody.svg",
                "/media/1/original.png",
                "/mail/..%2f..%2fledger.jsonl.eml",
                "/nothing"
            })
    void whatIsNotThereIsSaidInDutch(String path) {
        Client.Reply reply = Client.anonymous(platform).get(path);

        assertEquals(404, reply.status());
        assertTrue(reply.text().contains("Deze pagina is er niet"), reply.text());
    }

    private String page(String path) {
        Client.Reply reply = Client.anonymous(platform).get(path);
        assertEquals(200, reply.status());
        return reply.text();
    }
}
