package nl.etalage.content.feedkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.content.Network;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example for shared hosting, run by PHP as it stands in examples/php. */
@QuarkusTest
@Tag("peers")
class PhpExampleTest {

    private static final Path EXAMPLE = Path.of("../examples/php/etalage.php");
    private static final int LONGEST = 60;

    @TempDir
    Path site;

    @BeforeEach
    void php() throws IOException, InterruptedException {
        boolean there = runs("php", "-r", "exit(function_exists('curl_init') ? 0 : 1);");
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("php-cli or php-curl is not installed; in CI nothing may be skipped");
        }
        Assumptions.assumeTrue(there, "Skipped: install Debian's php-cli and php-curl");
        Files.copy(EXAMPLE, site.resolve("etalage.php"));
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private String php(String feed, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("php", "-d", "error_reporting=-1", "-d", "display_errors=1"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(site.toFile()).redirectErrorStream(true);
        builder.environment().put("ETALAGE_FEED", feed);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }

    private String cron(String feed) throws IOException, InterruptedException {
        return php(feed, "etalage.php");
    }

    private String page(String call) throws IOException, InterruptedException {
        return php("", "-r", "require 'etalage.php'; echo " + call + ";");
    }

    private static String feed(String shop) {
        String key = json(shop + "-webmaster", "{\"shop\": \"%s\", \"name\": \"PHP\"}".formatted(shop))
                .post("/api/v1/feed-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        return "http://localhost:" + RestAssured.port + "/api/v1/feeds/" + key + ".json";
    }

    @Test
    void itIsAsShortAsItSays() throws IOException {
        long lines = Files.readAllLines(EXAMPLE).size();
        assertTrue(lines <= LONGEST, "it has " + lines);
    }

    @Test
    void cronFetchesWhatIsNewAndAPageShowsItBesideItsProduct() throws IOException, InterruptedException {
        String group = "php-" + System.nanoTime();
        String shop = newShop(group);
        String feed = feed(shop);
        String mine = ", \"targetGroups\": [\"%s\"]".formatted(group);
        String olives = released(
                """
                "title": "Olie & <brood>", "body": "Bij **{{shop.name}}**.", "assets": ["%s"], "themes": ["Olijfolie"],
                "products": [{"gtin": "9521234500315"}, {"supplier": "Sabbah", "article": "OL-7"}]"""
                                .formatted(Network.picture())
                        + mine);
        assertTrue(cron(feed).endsWith(" stories."));
        String shown = page("etalage_story('09521234500315')");
        assertTrue(
                shown.startsWith("<section class=\"etalage\"><h2>Olie &amp; &lt;brood&gt;</h2><img src=\"http"), shown);
        assertTrue(shown.contains("alt=\"Een vrouw plukt rode koffiebessen\""), shown);
        assertTrue(shown.contains("<p>Bij <strong>Wereldwinkel " + shop + "</strong>.</p>"), shown);
        assertEquals(shown, page("etalage_story('ol-7')"), "by the supplier's article number, without a GTIN");
        assertEquals(shown, page("etalage_story('', 'olijfolie')"));
        assertEquals(shown, page("etalage_story('4006381333931', 'olijfolie')"));
        assertEquals("", page("etalage_story('4006381333931')"));
        assertEquals("Nothing changed.", cron(feed));

        act(olives, "withdraw", "editor", "{\"reason\": \"consent-withdrawn\"}")
                .then()
                .statusCode(200);
        assertTrue(cron(feed).endsWith(" stories."));
        assertEquals("", page("etalage_story('9521234500315')"));
    }

    @Test
    void moreStoriesThanAPageHoldsAllComeAndNothingIsLostWhenTheKeyIsGone() throws IOException, InterruptedException {
        String shop = newShop();
        String feed = feed(shop);
        for (int number = 0; number < 101; number++) {
            released("\"body\": \"Tekst %d.\"".formatted(number));
        }
        String said = cron(feed);
        assertTrue(Integer.parseInt(said.split(" ")[0]) > 100, said);
        Path kept = site.resolve("etalage-stories.json");
        byte[] before = Files.readAllBytes(kept);
        assertEquals(
                "Etalage answered 404; the stories stay as they were.",
                cron(feed.replaceFirst("/feeds/.", "/feeds/-")));
        assertEquals(new String(before, UTF_8), Files.readString(kept));
    }
}
