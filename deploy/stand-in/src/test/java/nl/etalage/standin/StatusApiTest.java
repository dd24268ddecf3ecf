package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import nl.etalage.standin.control.PublishedPost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** https://docs.joinmastodon.org/methods/statuses/ */
class StatusApiTest {
    private static StandInPlatform platform;
    private static Client zeist;

    @BeforeAll
    static void start() {
        platform = StandInPlatform.start(StandInOptions.defaults());
        zeist = Client.of(platform, "zeist");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aPostFromJsonKeepsItsTextLanguageAndPictures() {
        String picture = zeist.picture("Een zak koffie");

        Client.Reply reply = zeist.postJson(
                "/api/v1/statuses",
                """
                {"status": "Koffie uit Peru", "language": "fy", "visibility": "unlisted",
                 "spoiler_text": "Let op", "media_ids": ["%s"]}
                """
                        .formatted(picture));

        assertEquals(200, reply.status());
        JsonNode status = reply.json();
        assertEquals("<p>Koffie uit Peru</p>", status.path("content").asText());
        assertEquals("fy", status.path("language").asText());
        assertEquals("unlisted", status.path("visibility").asText());
        assertEquals("Let op", status.path("spoiler_text").asText());
        assertTrue(status.path("sensitive").asBoolean());
        assertEquals("zeist", status.path("account").path("acct").asText());
        JsonNode media = status.path("media_attachments").path(0);
        assertEquals(picture, media.path("id").asText());
        assertEquals("Een zak koffie", media.path("description").asText());
        assertEquals(200, get(media.path("url").asText()).status());
    }

    @Test
    void aPostFromAFormIsTheSame() {
        String picture = zeist.picture("Een reep");

        Client.Reply reply =
                zeist.postForm("/api/v1/statuses", Map.of("status", "Chocolade & meer", "media_ids[]", picture));

        assertEquals("<p>Chocolade &amp; meer</p>", reply.json().path("content").asText());
        assertEquals("nl", reply.json().path("language").asText());
        assertEquals(
                picture,
                reply.json().path("media_attachments").path(0).path("id").asText());
    }

    @Test
    void idsAreNumbersThatRise() {
        long before =
                Long.parseLong(zeist.post("eerst", "rise-1").json().path("id").asText());

        long after =
                Long.parseLong(zeist.post("daarna", "rise-2").json().path("id").asText());

        assertTrue(after > before);
        assertTrue(before > 100_000_000_000_000_000L, "as long as Mastodon's");
    }

    @Test
    void theTextBecomesSafeHtmlWithLinksAndHashtags() {
        Client.Reply reply = zeist.post(
                "Kom <b>langs</b>!\nZaterdag.\n\nZie https://www.example.org/koffie/uit/peru/van-een-cooperatie. #Koffie",
                "html");

        assertEquals(
                "<p>Kom &lt;b&gt;langs&lt;/b&gt;!<br />Zaterdag.</p><p>Zie "
                        + "<a href=\"https://www.example.org/koffie/uit/peru/van-een-cooperatie\" target=\"_blank\""
                        + " rel=\"nofollow noopener\" translate=\"no\"><span class=\"invisible\">https://www.</span>"
                        + "<span class=\"ellipsis\">example.org/koffie/uit/peru/va</span>"
                        + "<span class=\"invisible\">n-een-cooperatie</span></a>. <a href=\"" + platform.url()
                        + "/tags/koffie\" class=\"mention hashtag\" rel=\"tag\">#<span>Koffie</span></a></p>",
                reply.json().path("content").asText());
        assertEquals("koffie", reply.json().path("tags").path(0).path("name").asText());
    }

    @Test
    void aTextOverTheLimitIsRefusedAndNothingIsPosted() {
        Client apeldoorn = Client.of(platform, "apeldoorn");

        Client.Reply reply = apeldoorn.post("é".repeat(501), "long");

        assertEquals(422, reply.status());
        assertEquals("Validation failed: Text character limit of 500 exceeded", reply.error());
        assertEquals(List.of(), platform.posts("apeldoorn"));
    }

    @Test
    void aTextOfExactlyTheLimitIsPosted() {
        assertEquals(200, zeist.post("é".repeat(500), "exact").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"status\":\"\"}", "{\"status\":\" \\n\"}", "{\"status\":null,\"media_ids\":[]}"})
    void aPostWithoutTextAndPictureIsRefused(String json) {
        Client.Reply reply = zeist.postJson("/api/v1/statuses", json);

        assertEquals(422, reply.status());
        assertEquals("Validation failed: Text can't be blank", reply.error());
    }

    @Test
    void aPictureAloneIsAPost() {
        String picture = zeist.picture("Zonder woorden");

        Client.Reply reply = zeist.postJson("/api/v1/statuses", "{\"media_ids\":[\"" + picture + "\"]}");

        assertEquals(200, reply.status());
        assertEquals("", reply.json().path("content").asText());
        assertEquals(1, reply.json().path("media_attachments").size());
    }

    @Test
    void aSpoilerAloneBecomesTheText() {
        Client.Reply reply = zeist.postJson("/api/v1/statuses", "{\"spoiler_text\":\"alleen dit\"}");

        assertEquals("<p>alleen dit</p>", reply.json().path("content").asText());
        assertEquals("", reply.json().path("spoiler_text").asText());
    }

    @Test
    void anUnknownPictureIsRefused() {
        Client.Reply reply = zeist.postJson("/api/v1/statuses", "{\"status\":\"x\",\"media_ids\":[\"123\",\"abc\"]}");

        assertEquals(422, reply.status());
        assertEquals("Media 123, 0 not found or already attached to another post", reply.error());
    }

    @Test
    void aPictureOfSomeoneElseIsRefused() {
        String picture = Client.of(platform, "utrecht").picture("Van Utrecht");

        Client.Reply reply =
                zeist.postJson("/api/v1/statuses", "{\"status\":\"x\",\"media_ids\":[\"" + picture + "\"]}");

        assertEquals(422, reply.status());
        assertEquals("Media " + picture + " not found or already attached to another post", reply.error());
    }

    @Test
    void aPictureGoesInOnePostOnly() {
        String json = "{\"status\":\"x\",\"media_ids\":[\"" + zeist.picture("Eenmaal") + "\"]}";
        zeist.postJson("/api/v1/statuses", json);

        assertEquals(422, zeist.postJson("/api/v1/statuses", json).status());
    }

    @Test
    void fivePicturesAreTooMany() {
        Client.Reply reply = zeist.postJson("/api/v1/statuses", "{\"media_ids\":[\"1\",\"2\",\"3\",\"4\",\"5\"]}");

        assertEquals(422, reply.status());
        assertEquals("Cannot attach more than 4 files", reply.error());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"x\",\"visibility\":\"secret\"}",
                "{\"status\":\"x\",\"scheduled_at\":\"2027-01-01T10:00:00Z\"}",
                "{\"status\":\"x\",\"poll\":{\"options\":[\"a\",\"b\"]}}"
            })
    void whatThisPlatformCannotDoIsRefusedInsteadOfIgnored(String json) {
        Client.Reply reply = zeist.postJson("/api/v1/statuses", json);

        assertEquals(422, reply.status());
        assertTrue(reply.error().startsWith("Validation failed: "), reply.error());
    }

    @Test
    void aReplyNeedsThePostItAnswers() {
        String first = zeist.post("vraag", "question").json().path("id").asText();

        Client.Reply reply =
                zeist.postJson("/api/v1/statuses", "{\"status\":\"antwoord\",\"in_reply_to_id\":\"" + first + "\"}");
        Client.Reply lost = zeist.postJson("/api/v1/statuses", "{\"status\":\"x\",\"in_reply_to_id\":\"1\"}");

        assertEquals(first, reply.json().path("in_reply_to_id").asText());
        assertEquals(404, lost.status());
    }

    @Test
    void anyoneReadsAPublicPostAndOnlyItsAuthorAPrivateOne() {
        String open = zeist.post("open", "open").json().path("id").asText();
        String closed = zeist.postJson("/api/v1/statuses", "{\"status\":\"dicht\",\"visibility\":\"direct\"}")
                .json()
                .path("id")
                .asText();
        Client anyone = Client.anonymous(platform);

        assertEquals(
                "<p>open</p>",
                anyone.get("/api/v1/statuses/" + open).json().path("content").asText());
        assertEquals(404, anyone.get("/api/v1/statuses/" + closed).status());
        assertEquals(200, zeist.get("/api/v1/statuses/" + closed).status());
    }

    @Test
    void aRemovedPostAnswersItsSourceAndIsGone() {
        String picture = zeist.picture("Blijft bruikbaar");
        String id = zeist.postJson(
                        "/api/v1/statuses", "{\"status\":\"weg & klaar\",\"media_ids\":[\"" + picture + "\"]}")
                .json()
                .path("id")
                .asText();

        Client.Reply reply = zeist.delete("/api/v1/statuses/" + id);

        assertEquals(200, reply.status());
        assertEquals("weg & klaar", reply.json().path("text").asText());
        assertFalse(reply.json().has("content"));
        assertEquals(
                picture,
                reply.json().path("media_attachments").path(0).path("id").asText());
        assertEquals(404, zeist.get("/api/v1/statuses/" + id).status());
        assertEquals(404, zeist.delete("/api/v1/statuses/" + id).status());
        Client.Reply again =
                zeist.postJson("/api/v1/statuses", "{\"status\":\"opnieuw\",\"media_ids\":[\"" + picture + "\"]}");
        assertEquals(200, again.status());
    }

    @Test
    void deletingWithItsMediaRemovesThePictureToo() {
        String picture = zeist.picture("Gaat ook weg");
        JsonNode status = zeist.postJson("/api/v1/statuses", "{\"media_ids\":[\"" + picture + "\"]}")
                .json();

        zeist.delete("/api/v1/statuses/" + status.path("id").asText() + "?delete_media=true");

        assertEquals(
                404,
                get(status.path("media_attachments").path(0).path("url").asText())
                        .status());
    }

    @Test
    void nobodyRemovesAnothersPost() {
        String id = zeist.post("van zeist", "mine").json().path("id").asText();

        Client.Reply reply = Client.of(platform, "utrecht").delete("/api/v1/statuses/" + id);

        assertEquals(404, reply.status());
        assertEquals(200, zeist.get("/api/v1/statuses/" + id).status());
    }

    @Test
    void aTestSeesWhatWasPosted() {
        Client doorn = Client.of(platform, "doorn");
        String picture = doorn.picture("Een mand");
        doorn.postJson(
                "/api/v1/statuses",
                "{\"status\":\"Manden\",\"media_ids\":[\"" + picture + "\"]}",
                "Idempotency-Key",
                "key-7");

        List<PublishedPost> posts = platform.posts("doorn");

        assertEquals(1, posts.size());
        assertEquals("Manden", posts.get(0).text());
        assertEquals("key-7", posts.get(0).idempotencyKey());
        assertEquals(1, posts.get(0).requests());
        assertEquals("Een mand", posts.get(0).media().get(0).description());
        assertEquals("image/png", posts.get(0).media().get(0).mediaType());
        assertEquals(200, get(posts.get(0).url()).status());
    }

    private static Client.Reply get(String url) {
        return Client.anonymous(platform).get(url.substring(platform.url().length()));
    }
}
