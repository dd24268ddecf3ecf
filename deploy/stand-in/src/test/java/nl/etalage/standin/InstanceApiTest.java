package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** https://docs.joinmastodon.org/methods/instance/#v2 and https://docs.joinmastodon.org/api/rate-limits/ */
class InstanceApiTest {
    @Test
    void theInstanceTellsItsLimits() {
        try (StandInPlatform platform = StandInPlatform.start(StandInOptions.defaults())) {
            JsonNode configuration =
                    Client.anonymous(platform).get("/api/v2/instance").json().path("configuration");

            JsonNode statuses = configuration.path("statuses");
            assertEquals(500, statuses.path("max_characters").asInt());
            assertEquals(23, statuses.path("characters_reserved_per_url").asInt());
            assertEquals(4, statuses.path("max_media_attachments").asInt());
            JsonNode media = configuration.path("media_attachments");
            assertEquals(
                    "image/jpeg", media.path("supported_mime_types").path(0).asText());
            assertEquals(16_777_216, media.path("image_size_limit").asInt());
            assertEquals(33_177_600, media.path("image_matrix_limit").asInt());
            assertEquals(1_500, media.path("description_limit").asInt());
        }
    }

    @Test
    void itIsHealthyAsSoonAsItStarted() {
        try (StandInPlatform platform = StandInPlatform.start(StandInOptions.defaults())) {
            Client.Reply reply = Client.anonymous(platform).get("/health");

            assertEquals(200, reply.status());
            assertEquals("{\"status\":\"UP\"}", reply.text());
        }
    }

    @Test
    void everyAnswerTellsHowManyCallsAreLeft() {
        SettableClock clock = new SettableClock("2026-12-05T09:02:30Z");
        try (StandInPlatform platform =
                StandInPlatform.start(StandInOptions.defaults().withClock(clock))) {
            Client zeist = Client.of(platform, "zeist");
            zeist.get("/api/v1/accounts/verify_credentials");

            Client.Reply reply = zeist.get("/api/v1/no/such/path");

            assertEquals(404, reply.status());
            assertEquals("300", reply.header("X-RateLimit-Limit"));
            assertEquals("298", reply.header("X-RateLimit-Remaining"));
            assertEquals("2026-12-05T09:05:00.000000Z", reply.header("X-RateLimit-Reset"));
        }
    }

    @Test
    void oneCallTooManyWaitsForTheNextFiveMinutes() {
        SettableClock clock = new SettableClock("2026-12-05T09:02:30Z");
        try (StandInPlatform platform =
                StandInPlatform.start(StandInOptions.defaults().withClock(clock).withRateLimit(2))) {
            Client zeist = Client.of(platform, "zeist");
            zeist.post("een", "1");
            zeist.post("twee", "2");

            Client.Reply refused = zeist.post("drie", "3");

            assertEquals(429, refused.status());
            assertEquals("{\"error\":\"Too many requests\"}", refused.text());
            assertEquals("0", refused.header("X-RateLimit-Remaining"));
            assertEquals(2, platform.posts("zeist").size());
            assertEquals(200, Client.of(platform, "utrecht").post("een", "1").status(), "each account counts alone");
            clock.pass(Duration.ofMinutes(3));
            assertEquals(200, zeist.post("drie", "3").status());
            assertTrue(platform.posts("zeist").size() == 3);
        }
    }
}
