package nl.etalage.contracttests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The JSON Feeds that content-service answered in its tests, held to the types that somebody else wrote from the
 * published rules. Members of our own, which the rules allow under names that begin with an underscore, were left out.
 *
 * @see <a href="https://www.npmjs.com/package/@json-feed-types/1_1">@json-feed-types/1_1</a>
 */
class FeedTypesIT {

    private static final Path ANSWERED = Path.of("..", "..", "content-service", "target", "feeds");

    /** Below this module, for the types are looked up from there. */
    private static final Path WORK = Path.of("target", "feeds");

    @Test
    void everyJsonFeedFitsTheTypesOfOthers() throws IOException, InterruptedException {
        for (Path feed : answered()) {
            Tool.Result result = compiled(Files.readString(feed));
            assertEquals(0, result.exitCode(), feed + ": " + result.output());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"version\":', '\"versions\":'",
        "'\"title\":', '\"titel\":'",
        "'\"items\":[', '\"items\":[{\"id\":5,\"content_html\":\"x\"},'",
        "'\"items\":[', '\"items\":[{\"id\":\"x\"},'"
    })
    void theTypesSeeWhatIsWrong(String right, String wrong) throws IOException, InterruptedException {
        String feed = Files.readString(answered().get(0));
        assertTrue(feed.contains(right), feed);
        assertNotEquals(
                0,
                compiled(feed.replaceFirst(java.util.regex.Pattern.quote(right), wrong))
                        .exitCode());
    }

    private static Tool.Result compiled(String feed) throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        Path program = Files.writeString(
                WORK.resolve("feed.ts"),
                "import type Feed from '@json-feed-types/1_1';\nexport const feed: Feed = " + feed + ";\n");
        return Tool.named("tsc")
                .run(
                        "--noEmit",
                        "--strict",
                        "--skipLibCheck",
                        "--target",
                        "es2022",
                        "--module",
                        "esnext",
                        "--moduleResolution",
                        "bundler",
                        program.toString());
    }

    /** Skips where content-service's tests did not run before; with {@code CI=true} that is a failure. */
    private static List<Path> answered() throws IOException {
        String missing = "no feeds in " + ANSWERED + ": run content-service's FeedsTest";
        boolean there = Files.isDirectory(ANSWERED);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing + "; in CI nothing may be skipped");
        }
        Assumptions.assumeTrue(there, "Skipped: " + missing);
        try (Stream<Path> feeds = Files.list(ANSWERED)) {
            return feeds.sorted().toList();
        }
    }
}
