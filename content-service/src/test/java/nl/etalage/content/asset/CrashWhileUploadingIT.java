package nl.etalage.content.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.etalage.content.Network;
import nl.etalage.content.ShopsNeighbour;
import nl.etalage.testing.ServicePostgres;
import nl.etalage.testing.TestIssuer;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is delivered, killed while half of an upload has come in, and started again. */
class CrashWhileUploadingIT {

    private static final String BOUNDARY = "het-midden-van-een-upload";
    private static final String KEY = "een-foto-van-de-camera";

    private final ServicePostgres postgres = new ServicePostgres();
    private final TestIssuer issuer = new TestIssuer();
    private final ShopsNeighbour shops = new ShopsNeighbour();
    private final Map<String, String> settings = new HashMap<>();

    @TempDir
    private Path directory;

    private PackagedService service;

    @BeforeEach
    void start() throws IOException {
        postgres.init(Map.of("service", "content"));
        settings.putAll(postgres.start());
        settings.putAll(issuer.start());
        settings.putAll(shops.start());
        settings.put("etalage.public-url", "http://localhost:8080");
        settings.put("etalage.media.directory", media().toString());
        settings.put("etalage.housekeeping.unfinished-kept", "PT0S");
        service = new PackagedService(directory, settings);
        RestAssured.port = service.start();
        Network.member(null, "editor", "editor");
        known();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.kill();
        }
        shops.stop();
        issuer.stop();
        postgres.stop();
        RestAssured.reset();
    }

    private Path media() {
        return directory.resolve("media");
    }

    private static void known() {
        eventually(() -> as("editor").get("/api/v1/stories").statusCode() == 200);
    }

    @Test
    void anUploadThatAKilledProcessWasTakingInLeavesNothingAndSucceedsTheNextTime() throws Exception {
        byte[] picture = noise();
        byte[] body = body(picture);
        try (Socket half = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            half.getOutputStream().write(head(body.length).getBytes(US_ASCII));
            half.getOutputStream().write(body, 0, body.length / 2);
            half.getOutputStream().flush();
            eventually(() -> !filesWith(picture).isEmpty());
            service.kill();
        }
        assertEquals(1, filesWith(picture).size(), "what came in was being kept on disk");
        housekeepingIsDue();

        RestAssured.port = service.start();
        known();
        eventually(() -> filesWith(picture).isEmpty());
        assertNothingCame(picture);

        String id = sent(body);
        assertEquals(id, sent(body), "the same answer to the same key");
        as("editor").get("/api/v1/assets").then().statusCode(200).body("items.id", is(List.of(id)));
        as("editor")
                .get("/api/v1/assets/{id}", id)
                .then()
                .body("bytes", is(picture.length), "sha256", is(sha256(picture)));
        Response place = as("editor").redirects().follow(false).get("/api/v1/assets/{id}/renditions/web", id);
        byte[] shown = anonymous()
                .urlEncodingEnabled(false)
                .get(place.header("Location"))
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xD8}, Arrays.copyOf(shown, 2));
        assertEquals(1, assets());
        assertEquals(List.of(), files(media().resolve("unfinished")));
    }

    private void assertNothingCame(byte[] picture) throws SQLException {
        as("editor").get("/api/v1/assets").then().statusCode(200).body("items", empty());
        assertEquals(0, assets());
        assertEquals(0, mediaFiles());
        assertEquals(List.of(), files(media().resolve("originals")));
        assertEquals(List.of(), files(media().resolve("renditions")));
        assertEquals(List.of(), files(media().resolve("unfinished")));
        for (byte[] perhaps : List.of(picture, Arrays.copyOf(picture, picture.length / 2))) {
            anonymous()
                    .get("/api/v1/media/{key}/web.jpg", sha256(perhaps))
                    .then()
                    .statusCode(404);
        }
    }

    private String sent(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/assets"))
                .header("Authorization", "Bearer " + Tokens.person("editor"))
                .header("Idempotency-Key", KEY)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
        return JsonPath.from(answer.body()).getString("id");
    }

    private static String head(int length) {
        return "POST /api/v1/assets HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + Tokens.person("editor")
                + "\r\nIdempotency-Key: " + KEY + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static byte[] body(byte[] picture) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"foto.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(US_ASCII));
        body.write(picture);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(US_ASCII));
        return body.toByteArray();
    }

    /** A photograph of some megabytes: nothing in it can be pressed. */
    private static byte[] noise() throws IOException {
        BufferedImage image = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(20261123);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    /** Files anywhere within the service's reach that hold a part of what was sent. */
    private List<Path> filesWith(byte[] picture) {
        int from = picture.length / 4;
        String part = new String(picture, from, 64, ISO_8859_1);
        return Stream.concat(files(media()).stream(), files(service.temporary()).stream())
                .filter(file -> read(file).contains(part))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files(Path within) {
        try (Stream<Path> all = Files.walk(within)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void housekeepingIsDue() throws SQLException {
        try (Connection connection = connection("worker");
                Statement statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("UPDATE scheduled_tasks SET execution_time = now() - interval '1 minute',"
                            + " picked = false, picked_by = NULL WHERE task_name = 'forget'"));
        }
    }

    /** Row security lets the worker see them all. */
    private long assets() throws SQLException {
        try (Connection connection = connection("worker")) {
            return number(connection, "SELECT count(*) FROM asset");
        }
    }

    private long mediaFiles() throws SQLException {
        try (Connection connection = connection("owner")) {
            return number(connection, "SELECT count(*) FROM media_file");
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connection(String role) throws SQLException {
        return DriverManager.getConnection(
                settings.get("etalage.database.url"),
                "content_" + role,
                settings.get("etalage.database." + role + "-password"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
