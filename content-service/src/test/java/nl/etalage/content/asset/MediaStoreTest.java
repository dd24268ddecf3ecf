package nl.etalage.content.asset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaStoreTest {

    @TempDir
    private Path directory;

    private MediaStore store;

    @BeforeEach
    void prepare() throws IOException {
        store = new MediaStore(() -> directory);
        store.prepare(null);
    }

    private long unfinished() throws IOException {
        try (var files = Files.list(directory.resolve("unfinished"))) {
            return files.count();
        }
    }

    @Test
    void theSameBytesAreStoredOnce() throws IOException {
        Path upload = Files.write(directory.resolve("upload"), new byte[] {1, 2, 3});
        String first = store.store(upload);
        FileTime written = Files.getLastModifiedTime(store.original(first));
        String second = store.store(upload);
        assertEquals(first, second);
        assertEquals("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", first);
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(store.original(first)));
        assertEquals(written, Files.getLastModifiedTime(store.original(first)));
        assertEquals(0, unfinished());
    }

    @Test
    void whatFailsHalfwayLeavesNothingBehind() throws IOException {
        Path place = directory.resolve("renditions/x/web.jpg");
        assertThrows(
                IOException.class,
                () -> store.place(place, out -> {
                    out.write(new byte[1000]);
                    throw new IOException("the disk is full");
                }));
        assertFalse(Files.exists(place));
        assertEquals(0, unfinished());
    }

    @Test
    void aProcessThatIsKilledWhileItWritesLeavesNothingToBeSeen() throws IOException, InterruptedException {
        Path place = directory.resolve("renditions/x/web.jpg");
        Process writing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfUpload.class.getName(),
                        directory.toString(),
                        "renditions/x/web.jpg")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals("halfway", writing.inputReader().readLine());
        writing.destroyForcibly().waitFor();
        assertFalse(Files.exists(place));
        assertEquals(1, unfinished());

        MediaStore restarted = new MediaStore(() -> directory);
        restarted.prepare(null);
        assertEquals(1, restarted.removeUnfinishedBefore(Instant.now().plusSeconds(60)));
        restarted.place(place, out -> out.write(new byte[] {1, 2, 3}));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(place));
        assertEquals(0, unfinished());
    }

    @Test
    void onlyOldUnfinishedFilesAreRemoved() throws IOException {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        Path old = Files.createFile(directory.resolve("unfinished/old"));
        Path busy = Files.createFile(directory.resolve("unfinished/busy"));
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(100_000)));
        Files.setLastModifiedTime(busy, FileTime.from(now));
        assertEquals(1, store.removeUnfinishedBefore(now.minusSeconds(86_400)));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(busy));
    }
}
