package nl.etalage.contracttests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API document, as the gateway's build wrote it, held to the rules of others and to what was promised before. */
class ContractIT {

    private static final Path DOCUMENT = Path.of(System.getProperty("etalage.document"));
    private static final Path RELEASED = Path.of("released", "openapi.json");
    private static final String RULES = "design-rules.yaml";

    @TempDir
    Path directory;

    @Test
    void itFollowsTheDutchApiDesignRules() throws IOException, InterruptedException {
        Tool.Result result =
                Tool.named("spectral").run("lint", "--quiet", "--fail-severity=warn", "-r", RULES, DOCUMENT.toString());

        assertEquals(0, result.exitCode(), result.output());
    }

    @Test
    void theRulesSeeWhatIsWrong() throws IOException, InterruptedException {
        Path wrong = changed("\"/api/v1/shops/{slug}\"", "\"/api/v1/Shop_List/{slug}/\"");

        Tool.Result result = Tool.named("spectral").run("lint", "--quiet", "-r", RULES, wrong.toString());

        assertNotEquals(0, result.exitCode());
        assertTrue(result.output().contains("no-trailing-slash"), result.output());
        assertTrue(result.output().contains("path-segments-kebab-case"), result.output());
    }

    @Test
    void nothingThatWasReleasedBreaksWithoutARiseOfTheVersion() throws IOException, InterruptedException {
        Tool.Result result = diff(DOCUMENT);

        assertEquals(
                0,
                result.exitCode(),
                result.output()
                        + "\nRaise ApiVersion.VERSION as far as the changes ask for, and at a release copy"
                        + " gateway/target/openapi.json to deploy/contract-tests/released.");
    }

    @Test
    void aBreakIsSeen() throws IOException, InterruptedException {
        Path broken = changed("\"/api/v1/library\"", "\"/api/v1/stories-to-use\"");

        assertNotEquals(0, diff(broken).exitCode());
    }

    private static Tool.Result diff(Path document) throws IOException, InterruptedException {
        return Tool.named("redocly")
                .run("diff", RELEASED.toString(), document.toString(), "--fail-on=none", "--check-version");
    }

    private Path changed(String what, String into) throws IOException {
        String document = Files.readString(DOCUMENT);
        assertTrue(document.contains(what), "The document has no " + what);
        return Files.writeString(directory.resolve("openapi.json"), document.replace(what, into));
    }
}
