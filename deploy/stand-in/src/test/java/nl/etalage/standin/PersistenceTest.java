package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import nl.etalage.standin.control.PublishedPost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {
    @TempDir
    private Path data;

    @Test
    void postsPicturesAndKeysSurviveARestart() {
        byte[] bytes = TestPictures.png(40, 30);
        PublishedPost before;
        try (StandInPlatform platform = start()) {
            Client zeist = Client.of(platform, "zeist");
            String picture = zeist.upload(bytes, Map.of("description", "Een mand"))
                    .json()
                    .path("id")
                    .asText();
            zeist.postJson(
                    "/api/v1/statuses",
                    "{\"status\":\"blijft ☕\",\"language\":\"nl\",\"media_ids\":[\"" + picture + "\"]}",
                    "Idempotency-Key",
                    "key");
            before = platform.posts("zeist").get(0);
        }

        try (StandInPlatform platform = start()) {
            PublishedPost after = platform.posts("zeist").get(0);
            assertEquals(before.id(), after.id());
            assertEquals(before.createdAt(), after.createdAt());
            assertEquals("blijft ☕", after.text());
            assertEquals("Een mand", after.media().get(0).description());
            Client zeist = Client.of(platform, "zeist");
            Client.Reply picture = zeist.get(
                    after.media().get(0).url().substring(platform.url().length()));
            assertArrayEquals(bytes, picture.bytes());
            assertEquals(
                    before.id(),
                    zeist.post("wat dan ook", "key").json().path("id").asText());
            assertEquals(1, platform.posts("zeist").size());
        }
    }

    @Test
    void accountsKeepTheirIdAndNewIdsAreHigher() {
        String account;
        String post;
        try (StandInPlatform platform = start()) {
            account = accountId(platform);
            post = Client.of(platform, "zeist")
                    .post("een", "1")
                    .json()
                    .path("id")
                    .asText();
        }

        try (StandInPlatform platform = start()) {
            assertEquals(account, accountId(platform));
            String next = Client.of(platform, "zeist")
                    .post("twee", "2")
                    .json()
                    .path("id")
                    .asText();
            assertTrue(Long.parseLong(next) > Long.parseLong(post));
        }
    }

    @Test
    void whatWasRemovedStaysRemoved() {
        String picture;
        try (StandInPlatform platform = start()) {
            Client zeist = Client.of(platform, "zeist");
            picture = zeist.picture("weer vrij");
            String id = zeist.postJson("/api/v1/statuses", "{\"media_ids\":[\"" + picture + "\"]}")
                    .json()
                    .path("id")
                    .asText();
            zeist.delete("/api/v1/statuses/" + id);
        }

        try (StandInPlatform platform = start()) {
            assertEquals(0, platform.posts("zeist").size());
            assertEquals(
                    200,
                    Client.of(platform, "zeist").get("/api/v1/media/" + picture).status());
        }
    }

    @Test
    void aHalfWrittenLastLineIsDropped() throws IOException {
        try (StandInPlatform platform = start()) {
            Client.of(platform, "zeist").post("heel", "1");
        }
        append("{\"kind\":\"post\",\"fact\":{\"id\":12,\"acc");

        try (StandInPlatform platform = start()) {
            Client.of(platform, "zeist").post("erna", "2");
        }

        try (StandInPlatform platform = start()) {
            assertEquals(
                    "erna,heel",
                    platform.posts("zeist").get(0).text() + ","
                            + platform.posts("zeist").get(1).text());
        }
    }

    @Test
    void aDamagedLineCostsOnlyItself() throws IOException {
        try (StandInPlatform platform = start()) {
            Client.of(platform, "zeist").post("heel", "1");
        }
        append("\0\0\0 damaged\n");

        try (StandInPlatform platform = start()) {
            assertEquals("heel", platform.posts("zeist").get(0).text());
        }
    }

    @Test
    void twoStandInsDoNotShareAFolder() {
        try (StandInPlatform platform = start()) {
            StartFailed failure = assertThrows(StartFailed.class, this::start);

            assertTrue(failure.getMessage().contains("another stand-in"), failure.getMessage());
            assertEquals(
                    200, Client.of(platform, "zeist").post("gaat door", "1").status());
        }
    }

    @Test
    void aTakenPortIsSaidInOneSentence() {
        try (StandInPlatform platform = start()) {
            StandInOptions options = StandInOptions.defaults().withPort(platform.port());

            StartFailed failure = assertThrows(StartFailed.class, () -> StandInPlatform.start(options));

            assertTrue(failure.getMessage().startsWith("It can't listen on port " + platform.port()));
        }
    }

    @Test
    void uploadsThatWereRefusedLeaveNothingBehind() throws IOException {
        try (StandInPlatform platform = start()) {
            Client zeist = Client.of(platform, "zeist");

            zeist.upload(new byte[1_000], Map.of());
            Client.anonymous(platform).upload(TestPictures.png(4, 4), Map.of());
            zeist.get("/api/v2/instance");
        }

        try (var left = Files.list(data.resolve("media"))) {
            assertFalse(left.findAny().isPresent());
        }
    }

    private StandInPlatform start() {
        return StandInPlatform.start(StandInOptions.defaults().withData(data));
    }

    private void append(String text) throws IOException {
        Files.writeString(data.resolve("ledger.jsonl"), text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private static String accountId(StandInPlatform platform) {
        return Client.of(platform, "zeist")
                .get("/api/v1/accounts/verify_credentials")
                .json()
                .path("id")
                .asText();
    }
}
