package nl.etalage.shopexport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static final String SHOPS = "/api/v1/exports/shops?shop=zeist&limit=100";
    private static final String CONTENT = "/api/v1/exports/content?shop=zeist&limit=100";
    private static final String DELIVERY = "/api/v1/exports/delivery?shop=zeist&limit=100";
    private static final String PICTURE = "/api/v1/exports/content/files/0198?shop=zeist";
    private static final String BYTES = "een foto";
    /** Of {@link #BYTES}, by sha256sum. */
    private static final String SHA256 = "4e7898c68d6ca759ef6e27d5b58888183442f17826a01665b6ef63627de80b05";

    private static final Instant BEGAN = Instant.parse("2026-12-05T20:30:00Z");

    @TempDir
    Path temporary;

    private final FakeGateway gateway = new FakeGateway();
    private final List<Duration> waited = new ArrayList<>();
    private final JsonMapper json = new JsonMapper();
    private Clock clock = Clock.fixed(BEGAN, ZoneOffset.UTC);
    private Path folder;

    @BeforeEach
    void aShopOnTwoPagesWithAPicture() {
        folder = temporary.resolve("uit");
        gateway.answer(
                SHOPS,
                "{\"items\": [{\"kind\": \"shop\", \"id\": \"zeist\", \"data\": {\"name\": \"Wereldwinkel <Zeist>\"}}],"
                        + " \"nextPageToken\": \"a/b=\"}");
        gateway.answer(
                SHOPS + "&pageToken=a%2Fb%3D",
                "{\"items\": [{\"kind\": \"member\", \"id\": \"m1\", \"data\": {\"name\": \"Anja\"}}]}");
        gateway.answer(CONTENT, page("0198.jpg"));
        gateway.answer(DELIVERY, "{\"items\": []}");
        gateway.answer(PICTURE, BYTES);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void everythingIsThereAndSaysWhatItIs() throws IOException {
        export(gateway.settings()).run();

        assertEquals(
                List.of("content.json", "delivery.json", "files/0198.jpg", "index.html", "sha256sums.txt", "shop.json"),
                files());
        JsonNode shop = read("shop.json");
        assertEquals(1, shop.path("format").asInt());
        assertEquals("zeist", shop.path("shop").asText());
        assertEquals("2026-12-05T20:30:00Z", shop.path("exportedAt").asText());
        assertEquals(List.of("shop", "member"), shop.findValuesAsText("kind"));
        assertEquals("Wereldwinkel <Zeist>", shop.at("/items/0/data/name").asText());
        assertEquals(BYTES, Files.readString(folder.resolve("files/0198.jpg")));
        String page = Files.readString(folder.resolve("index.html"));
        assertTrue(page.contains("5 december 2026, 21:30"), page);
        assertTrue(page.contains("De mensen van de winkel"), page);
        assertTrue(page.contains("The people of the shop"), page);
        String filledIn = page.replaceAll("(?s)<style>.*?</style>", "");
        assertFalse(filledIn.contains("{"), filledIn);
    }

    @Test
    void theDigestsAreThoseOfTheFiles() throws IOException {
        export(gateway.settings()).run();
        List<String> sums = Files.readAllLines(folder.resolve("sha256sums.txt"));
        assertEquals(4, sums.size());
        for (String line : sums) {
            assertEquals(line.substring(0, 64), Digest.of(folder.resolve(line.substring(66))));
        }
    }

    @Test
    void aDemoPersonSignsInAndATokenIsTakenAsItIs() {
        export(gateway.settings()).run();
        FakeGateway.Seen signIn = gateway.seen().get(0);
        assertTrue(signIn.body().contains("username=zeist-manager&password=zeist-manager"), signIn.body());
        assertTrue(gateway.seen().stream().skip(1).allMatch(seen -> seen.token().equals("Bearer signed-in")));

        gateway.forget();
        folder = temporary.resolve("met-token");
        export(gateway.settings("mijn-token")).run();
        assertTrue(gateway.seen().stream().allMatch(seen -> seen.token().equals("Bearer mijn-token")));
    }

    @Test
    void itWaitsAsLongAsItIsAsked() {
        gateway.firstAnswer(CONTENT, 429, "{}", "7");
        gateway.firstAnswer(PICTURE, 503, "{}", "3");
        gateway.firstAnswer(DELIVERY, 503, "{}", "999999");
        export(gateway.settings()).run();
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofMinutes(2), Duration.ofSeconds(3)), waited);
    }

    @Test
    void whatWasCutShortGoesOnWhereItStopped() {
        gateway.firstAnswer(SHOPS + "&pageToken=a%2Fb%3D", 500, "{\"detail\": \"Er ging iets mis.\"}", null);
        assertEquals(
                "/api/v1/exports/shops was answered with 500: Er ging iets mis.",
                assertThrows(Failure.class, export(gateway.settings())::run).getMessage());
        gateway.forget();
        export(gateway.settings("t")).run();
        assertEquals(List.of(SHOPS + "&pageToken=a%2Fb%3D", CONTENT, DELIVERY, PICTURE), gateway.paths());
    }

    @Test
    void aFileThatIsHereIsNotFetchedAgain() {
        gateway.answer(
                CONTENT, page("0198.jpg").replace("]}", ", " + item("0199.jpg").replace("0198", "0199") + "]}"));
        Failure missing = assertThrows(Failure.class, export(gateway.settings("t"))::run);
        assertEquals("/api/v1/exports/content/files/0199 was answered with 404: Dit is er niet.", missing.getMessage());
        gateway.answer(PICTURE.replace("0198", "0199"), BYTES);
        gateway.forget();
        export(gateway.settings("t")).run();
        assertEquals(List.of(PICTURE.replace("0198", "0199")), gateway.paths());
    }

    @Test
    void pagesOfYesterdayAreNotMixedWithToday() {
        gateway.firstAnswer(CONTENT, 500, "{}", null);
        assertThrows(Failure.class, export(gateway.settings("t"))::run);
        gateway.forget();
        clock = Clock.fixed(BEGAN.plus(Duration.ofHours(13)), ZoneOffset.UTC);
        export(gateway.settings("t")).run();
        assertEquals(SHOPS, gateway.paths().get(0));
    }

    @Test
    void aPlaceThatTheServerForgotIsAReasonToBeginThatPartAnew() throws IOException {
        gateway.firstAnswer(SHOPS + "&pageToken=a%2Fb%3D", 400, "{}", null);
        export(gateway.settings("t")).run();
        assertEquals(List.of("shop", "member"), read("shop.json").findValuesAsText("kind"));
        assertEquals(SHOPS, gateway.paths().get(2));
    }

    @Test
    void aPictureThatDiffersIsNotKept() {
        gateway.answer(PICTURE, "een fopo");
        Failure failure = assertThrows(Failure.class, export(gateway.settings("t"))::run);
        assertEquals(
                "files/0198.jpg did not come as it should (its SHA-256 differs): run this again.",
                failure.getMessage());
        assertFalse(Files.exists(folder.resolve("index.html")));
        gateway.answer(PICTURE, BYTES);
        export(gateway.settings("t")).run();
        assertTrue(Files.exists(folder.resolve("files/0198.jpg")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../shop.json", "/etc/passwd", ".ssh", "a/b.jpg", "..", ""})
    void noNameLeadsOutOfTheFolder(String name) {
        gateway.answer(CONTENT, page(name));
        Failure failure = assertThrows(Failure.class, export(gateway.settings("t"))::run);
        assertEquals("The export names a file that can't be kept: " + name, failure.getMessage());
    }

    @Test
    void theTokenGoesToNoOtherServer() {
        gateway.answer(CONTENT, page("0198.jpg").replace("/api/v1/exports", "@evil.example/exports"));
        assertThrows(Failure.class, export(gateway.settings("t"))::run);
    }

    @ParameterizedTest
    @CsvSource({"401, The token in ETALAGE_TOKEN has ended", "403, /api/v1/exports/shops was answered with 403: Nee."})
    void aRefusalIsOneSentence(int status, String sentence) {
        gateway.firstAnswer(SHOPS, status, "{\"detail\": \"Nee.\"}", null);
        Failure failure = assertThrows(Failure.class, export(gateway.settings("t"))::run);
        assertTrue(failure.getMessage().startsWith(sentence), failure.getMessage());
        assertFalse(failure.getMessage().contains("\n"));
    }

    @Test
    void aFolderWithSomethingElseIsLeftAlone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("vakantie.txt"), "foto's");
        Failure failure = assertThrows(Failure.class, export(gateway.settings("t"))::run);
        assertEquals(folder + " is not empty: name another folder.", failure.getMessage());
        assertEquals(List.of("vakantie.txt"), files());
    }

    private Export export(Settings settings) {
        HttpClient http = HttpClient.newHttpClient();
        Gateway asked = new Gateway(
                settings.gateway(),
                http,
                new Credential(settings, http, clock),
                clock,
                waited::add,
                Duration.ofMinutes(3));
        return new Export(
                "zeist",
                folder,
                settings.gateway().toString(),
                asked,
                clock,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private static String page(String name) {
        return "{\"items\": [" + item(name) + "]}";
    }

    private static String item(String name) {
        return """
                {"kind": "asset", "id": "0198", "data": {}, "file":
                    {"url": "%s", "mediaType": "image/jpeg", "bytes": %d, "sha256": "%s", "name": "%s"}}"""
                .formatted(PICTURE, BYTES.length(), SHA256, name);
    }

    private JsonNode read(String name) throws IOException {
        return json.readTree(folder.resolve(name).toFile());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return List.copyOf(new TreeSet<>(all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList()));
        }
    }
}
