package nl.etalage.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A disk that fails is never the sender's mistake. */
@QuarkusTest
@TestProfile(FullDiskTest.UploadsOnADisk.class)
class FullDiskTest {

    /** As full as a disk can be; Linux has it. */
    private static final Path FULL = Path.of("/dev/full");

    private static final Path DISK = Path.of("target", "full-disk-test").toAbsolutePath();

    /** Uploads go to a directory on something that the test can take away. */
    public static final class UploadsOnADisk implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.body.uploads-directory",
                    DISK.resolve("uploads").toString());
        }
    }

    static boolean thereIsAFullDevice() {
        return Files.isWritable(FULL);
    }

    @AfterEach
    void theDiskIsThere() throws IOException {
        if (Files.isRegularFile(DISK)) {
            Files.delete(DISK);
        }
    }

    @Test
    @EnabledIf("thereIsAFullDevice")
    void aFullDiskIsOurFailureAndTheSenderMayTryAgain() {
        storageFails(given().header("Accept-Language", "en")
                .queryParam("to", FULL.toString())
                .get("/probe/write")
                .then());
    }

    @Test
    void anUploadThatFindsNoRoomIsNotARequestThatCannotBeRead() throws IOException {
        uploaded().statusCode(200).body(equalTo("x.txt 5"));

        takeTheDiskAway();
        storageFails(uploaded());

        Files.delete(DISK);
        uploaded().statusCode(200);
    }

    @Test
    void aFileOfOursThatIsMissingIsNotTheSendersDoingEither() {
        given().queryParam("from", "/does/not/exist")
                .get("/probe/read")
                .then()
                .statusCode(500)
                .body("type", equalTo("https://etalage.nl/problems/internal-error"))
                .body(not(containsString("/does/not/exist")));
    }

    @Test
    void aFormThatBreaksOffStaysTheSendersMistake() {
        given().header("Content-Type", "multipart/form-data; boundary=b")
                .body("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.txt\"\r\n\r\nhalf a"
                        .getBytes(StandardCharsets.US_ASCII))
                .post("/probe/upload")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://etalage.nl/problems/invalid-request"));
    }

    @Test
    @EnabledIf("thereIsAFullDevice")
    void everyWayToWriteIsKnown() {
        IOException byStream = assertThrows(IOException.class, () -> {
            try (OutputStream out = new FileOutputStream(FULL.toFile())) {
                out.write(new byte[10_000]);
            }
        });
        IOException byChannel = assertThrows(IOException.class, () -> {
            try (OutputStream out = Files.newOutputStream(FULL)) {
                out.write(new byte[10_000]);
            }
        });
        assertEquals(FileFailure.UNWRITABLE, FileFailure.in(byStream));
        assertEquals(FileFailure.UNWRITABLE, FileFailure.in(new UncheckedIOException(byChannel)));
        assertEquals(
                FileFailure.UNWRITABLE, FileFailure.in(new IllegalStateException(new RuntimeException(byChannel))));
    }

    @Test
    void whatHasNothingToDoWithFilesIsNot() {
        assertEquals(FileFailure.NONE, FileFailure.in(new ClosedChannelException()));
        assertEquals(FileFailure.NONE, FileFailure.in(new IOException("No space left on device")));
        assertEquals(FileFailure.NONE, FileFailure.in(new IllegalStateException()));
        assertEquals(FileFailure.OTHER, FileFailure.in(new NoSuchFileException("/x")));
        assertEquals(FileFailure.UNWRITABLE, FileFailure.in(new FileSystemException("/x")));
    }

    /** A file in place of the directory: nothing can be made beneath it, whoever runs the test. */
    private static void takeTheDiskAway() throws IOException {
        // Aside as it is: what was uploaded goes in its own time.
        Files.move(DISK, Files.createTempDirectory(DISK.getParent(), "disk-").resolve("taken-away"));
        Files.createFile(DISK);
    }

    private static ValidatableResponse uploaded() {
        return given().header("Accept-Language", "en")
                .multiPart("file", "x.txt", new byte[5], "text/plain")
                .post("/probe/upload")
                .then();
    }

    private static void storageFails(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType(ProblemDocument.MEDIA_TYPE)
                .header("Retry-After", "60")
                .body("type", equalTo("https://etalage.nl/problems/storage-unavailable"))
                .body("detail", containsString("That is no fault of yours."))
                .body(not(containsString(DISK.toString())))
                .body(not(containsString("/dev/full")));
    }
}
