package nl.etalage.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./deploy/export} takes everything of a demo shop along. */
@ExtendWith(RunningEtalage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {

    @TempDir
    Path temporary;

    private Etalage etalage;

    private record Ended(int code, String out, String error) {}

    @BeforeAll
    void running(Etalage shared) {
        etalage = shared;
    }

    @Test
    void aShopTakesEverythingAlong() throws Exception {
        String picture = etalage.as("zeist-manager")
                .multiPart("file", "winkel.jpg", Picture.jpeg(40, 30), "image/jpeg")
                .post("/api/v1/assets?shop=zeist")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Path folder = temporary.resolve("zeist");

        Ended ended = export(Map.of(), "zeist", folder.toString());

        assertEquals(0, ended.code(), ended.error());
        JsonPath shop = json(folder, "shop.json");
        assertEquals("Wereldwinkel Zeist", shop.getString("items.find { it.kind == 'shop' }.data.name"));
        assertTrue(shop.getList("items.findAll { it.kind == 'member' }.data.subject")
                        .size()
                >= 3);
        JsonPath content = json(folder, "content.json");
        assertFalse(content.getList("items.findAll { it.kind == 'adaptation' }").isEmpty());
        assertFalse(content.getList("items.findAll { it.kind == 'story' }").isEmpty());
        JsonPath delivery = json(folder, "delivery.json");
        assertFalse(delivery.getList("items.findAll { it.kind == 'channel' }").isEmpty());
        assertFalse(
                delivery.getList("items.findAll { it.kind == 'publication' }").isEmpty());
        Path file = folder.resolve("files/" + picture + ".jpg");
        assertEquals(
                content.getString("items.find { it.id == '%s' }.data.sha256".formatted(picture)),
                sha256(Files.readAllBytes(file)));
        for (String line : Files.readAllLines(folder.resolve("sha256sums.txt"))) {
            assertEquals(line.substring(0, 64), sha256(Files.readAllBytes(folder.resolve(line.substring(66)))));
        }
        assertTrue(Files.readString(folder.resolve("index.html")).contains("Alles van zeist"));
        assertFalse(Files.exists(folder.resolve("unfinished")));
    }

    @Test
    void whoDoesNotManageTheShopGetsOneSentence() throws Exception {
        Ended ended = export(
                Map.of("ETALAGE_USER", "zeist-contributor"),
                "zeist",
                temporary.resolve("niet").toString());
        assertEquals(1, ended.code());
        assertEquals(1, ended.error().lines().count(), ended.error());
        assertTrue(ended.error().startsWith("/api/v1/exports/shops was answered with 403: "), ended.error());
    }

    @Test
    void aShopThatIsNoShopIsRefusedBeforeAnybodyIsAsked() throws Exception {
        assertEquals(2, export(Map.of(), "../zeist").code());
        assertEquals(2, export(Map.of()).code());
    }

    private Ended export(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(temporary, "out", ".txt");
        Path error = Files.createTempFile(temporary, "error", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("etalage.root"), "deploy/export").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ETALAGE_GATEWAY", etalage.gateway());
        builder.environment().put("ETALAGE_ISSUER", etalage.issuer());
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start();
        assertTrue(process.waitFor(3, TimeUnit.MINUTES));
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(error));
    }

    private static JsonPath json(Path folder, String name) throws IOException {
        return new JsonPath(Files.readString(folder.resolve(name), StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
