package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** https://docs.joinmastodon.org/methods/media/ */
class MediaApiTest {
    private final SettableClock clock = new SettableClock("2026-12-05T09:00:00Z");
    private StandInPlatform platform;
    private Client zeist;

    @BeforeEach
    void start() {
        platform = StandInPlatform.start(
                StandInOptions.defaults().withClock(clock).withProcessing(50_000, Duration.ofSeconds(10)));
        zeist = Client.of(platform, "zeist");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aSmallPictureIsReadyAtOnce() {
        byte[] picture = TestPictures.png(40, 30);

        Client.Reply reply =
                zeist.upload(picture, Map.of("description", "Een mand met koffie ☕", "focus", "-0.42,0.69"));

        assertEquals(200, reply.status());
        JsonNode media = reply.json();
        assertEquals("image", media.path("type").asText());
        assertEquals("Een mand met koffie ☕", media.path("description").asText());
        assertEquals(-0.42, media.path("meta").path("focus").path("x").asDouble());
        assertEquals("40x30", media.path("meta").path("original").path("size").asText());
        assertArrayEquals(picture, bytes(media.path("url")).bytes());
        assertEquals("image/jpeg", bytes(media.path("preview_url")).header("Content-Type"));
    }

    @Test
    void aLargePictureIsProcessedAfterTheAnswer() {
        Client.Reply reply = zeist.upload(TestPictures.noise(200, 200), Map.of());
        String path = "/api/v1/media/" + reply.json().path("id").asText();
        Client.Reply during = zeist.get(path);
        clock.pass(Duration.ofSeconds(10));

        Client.Reply after = zeist.get(path);

        assertEquals(202, reply.status());
        assertTrue(reply.json().path("url").isNull());
        assertTrue(reply.json().path("preview_url").isTextual());
        assertEquals(206, during.status());
        assertTrue(during.json().path("url").isNull());
        assertEquals(200, after.status());
        assertEquals(200, bytes(after.json().path("url")).status());
    }

    @Test
    void aPictureInProcessCannotBePostedYet() {
        String id = zeist.upload(TestPictures.noise(200, 200), Map.of())
                .json()
                .path("id")
                .asText();
        String json = "{\"status\":\"x\",\"media_ids\":[\"" + id + "\"]}";

        Client.Reply early = zeist.postJson("/api/v1/statuses", json, "Idempotency-Key", "key");
        clock.pass(Duration.ofSeconds(10));
        Client.Reply later = zeist.postJson("/api/v1/statuses", json, "Idempotency-Key", "key");

        assertEquals(422, early.status());
        assertEquals("Cannot attach files that have not finished processing. Try again in a moment!", early.error());
        assertEquals(200, later.status());
    }

    @Test
    void onlyTheOwnerLooksAtAWaitingPicture() {
        String path = "/api/v1/media/" + zeist.picture("van zeist");

        assertEquals(200, zeist.get(path).status());
        assertEquals(404, Client.of(platform, "utrecht").get(path).status());
        assertEquals(401, Client.anonymous(platform).get(path).status());
    }

    @Test
    void theFormatIsFoundInTheBytesNotBelievedFromTheName() {
        JsonNode media = zeist.upload(TestPictures.jpeg(30, 20), Map.of()).json();

        assertTrue(media.path("url").asText().endsWith(".jpeg"));
        assertEquals("image/jpeg", bytes(media.path("url")).header("Content-Type"));
    }

    @Test
    void whatIsNotAPictureIsRefused() {
        Client.Reply reply =
                zeist.upload("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), Map.of("description", "x"));

        assertEquals(422, reply.status());
        assertEquals("Validation failed: File content type is invalid, File is invalid", reply.error());
    }

    @Test
    void halfAPictureIsRefused() {
        byte[] whole = TestPictures.noise(200, 200);

        Client.Reply reply = zeist.upload(Arrays.copyOf(whole, whole.length / 2), Map.of());

        assertEquals(422, reply.status());
        assertEquals("Validation failed: File content type is invalid, File is invalid", reply.error());
    }

    @Test
    void aPictureOfTooManyPixelsIsRefused() {
        Client.Reply reply = zeist.upload(TestPictures.png(8_000, 5_000), Map.of());

        assertEquals(422, reply.status());
        assertEquals("Validation failed: File 8000x5000 images are not supported, File is invalid", reply.error());
    }

    @Test
    void aFileOfTooManyBytesIsRefused() {
        Client.Reply heavy = zeist.upload(new byte[17 * 1024 * 1024], Map.of());
        Client.Reply huge = zeist.upload(new byte[21 * 1024 * 1024], Map.of());

        assertEquals(422, heavy.status());
        assertTrue(heavy.error().contains("must be less than 16 MB"), heavy.error());
        assertEquals(413, huge.status());
        assertEquals("The body is too large", huge.error());
        assertEquals("0", Integer.toString(platform.posts("zeist").size()));
    }

    @Test
    void anAltTextOverTheLimitIsRefused() {
        byte[] picture = TestPictures.png(4, 4);

        assertEquals(
                200,
                zeist.upload(picture, Map.of("description", "é".repeat(1_500))).status());
        Client.Reply reply = zeist.upload(picture, Map.of("description", "é".repeat(1_501)));

        assertEquals(422, reply.status());
        assertEquals("Validation failed: Description is too long (maximum is 1500 characters)", reply.error());
    }

    @Test
    void anUploadWithoutAFileIsRefused() {
        Client.Reply reply = zeist.postForm("/api/v2/media", Map.of("description", "niets"));

        assertEquals(422, reply.status());
        assertEquals("Validation failed: File can't be blank", reply.error());
    }

    @Test
    void aPictureNobodyPostedIsGoneAfterADay() {
        String id = zeist.picture("vergeten");
        clock.pass(Duration.ofHours(25));

        zeist.picture("een nieuwe");

        assertEquals(404, zeist.get("/api/v1/media/" + id).status());
    }

    private Client.Reply bytes(JsonNode url) {
        return Client.anonymous(platform)
                .get(url.asText().substring(platform.url().length()));
    }
}
