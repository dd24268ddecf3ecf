package nl.etalage.content.asset;

import static nl.etalage.content.Network.as;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.etalage.content.Network;
import nl.etalage.content.asset.file.Recordings;
import nl.etalage.problem.ProblemException;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is too large, and who goes away halfway. */
@QuarkusTest
class UploadLimitsTest {

    private static final long MIB = 1024 * 1024;
    private static final byte[] NOTHING = {};

    @TempDir
    Path directory;

    @Inject
    UploadAsset upload;

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    static Stream<Arguments> tooLarge() {
        byte[] box = ByteBuffer.allocate(8)
                .putInt((int) (101 * MIB) + 8)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array();
        String paper = new String(Recordings.pdf(Recordings.Extra.NOTHING), StandardCharsets.ISO_8859_1);
        int end = paper.lastIndexOf("startxref");
        byte[] pages = paper.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
        byte[] last = paper.substring(end).getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Arguments.of("a picture", Network.jpeg(40, 30), 200, NOTHING, UploadRefused.TOO_LARGE.because()),
                Arguments.of("a film", Recordings.film(3, 64, 48), 200, NOTHING, UploadRefused.TOO_LARGE.because()),
                Arguments.of(
                        "a sound",
                        joined(Recordings.m4a(5), box),
                        101,
                        NOTHING,
                        UploadRefused.SOUND_TOO_LARGE.because(100)),
                Arguments.of("a document", pages, 50, last, UploadRefused.DOCUMENT_TOO_LARGE.because(50)));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** Holes take no room on the disk. */
    private Path longFile(byte[] begin, int mebibytes, byte[] end) throws IOException {
        Path file = Files.write(directory.resolve("file"), begin);
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
            random.setLength(begin.length + mebibytes * MIB);
            random.seek(random.length());
            random.write(end);
        }
        return file;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void whatIsTooLargeIsRefusedWithHowLargeItMayBe(
            String what, byte[] begin, int mebibytes, byte[] end, ProblemException why) throws IOException {
        Path file = longFile(begin, mebibytes, end);
        ProblemException refused = assertThrows(ProblemException.class, () -> upload.upload(file, null, null));
        assertEquals(why.violations().toString(), refused.violations().toString(), what);
    }

    @Test
    void aConnectionThatBreaksHalfwayLeavesNoAssetAndNoFile() throws IOException {
        String before = newest();
        String request = String.join(
                "\r\n",
                "POST /api/v1/assets HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + Tokens.person("editor"),
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: 5000000",
                "",
                "--x",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"",
                "Content-Type: image/jpeg",
                "",
                "");
        try (Socket connection = new Socket("localhost", RestAssured.port)) {
            OutputStream out = connection.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.write(Network.jpeg(1_000, 1_000));
            out.flush();
            connection.setSoLinger(true, 0);
        }
        // Whoever comes after is answered as ever, and finds nothing of it.
        as("editor")
                .multiPart("file", "x.jpg", Network.jpeg(30, 30))
                .post("/api/v1/assets")
                .then()
                .statusCode(201);
        Response list = as("editor").get("/api/v1/assets?limit=2");
        list.then().statusCode(200);
        list.then().body("items", hasSize(2)).body("items[1].id", is(before));
        try (Stream<Path> files = Files.list(Path.of("target/media/unfinished"))) {
            assertEquals(0, files.count());
        }
    }

    private static String newest() {
        as("editor")
                .multiPart("file", "x.jpg", Network.jpeg(30, 30))
                .post("/api/v1/assets")
                .then()
                .statusCode(201);
        return as("editor").get("/api/v1/assets?limit=1").path("items[0].id");
    }

    @Test
    void aRenditionIsMadeOnceAndThenReadFromWhereItWasPut() throws IOException {
        String picture = Network.picture();
        Response first = rendition(picture);
        first.then().statusCode(200);
        Path made;
        try (Stream<Path> files = Files.walk(Path.of("target/media/renditions"))) {
            String key = as("editor").get("/api/v1/assets/{id}", picture).path("sha256");
            made = files.filter(file -> file.toString().contains(key)
                            && file.getFileName().toString().startsWith("web-480"))
                    .findFirst()
                    .orElseThrow();
        }
        // Were it drawn anew, this would not come out.
        Files.write(made, "as it was kept".getBytes(StandardCharsets.US_ASCII));
        assertTrue(rendition(picture).asString().contains("as it was kept"));
    }

    private static Response rendition(String picture) {
        Response redirect =
                as("editor").redirects().follow(false).get("/api/v1/assets/{id}/renditions/web-480", picture);
        return Network.anonymous().urlEncodingEnabled(false).get(redirect.header("Location"));
    }
}
