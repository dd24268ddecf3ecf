package nl.etalage.local.program;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.etalage.local.screen.CannotStart;

/** Looks before we leap: a disk that fills up half-way leaves more to clear away. */
public final class DiskSpace {

    private static final long MEBIBYTE = 1024L * 1024;

    private DiskSpace() {}

    /** Fails with one sentence when the disk of {@code directory} has fewer than {@code mebibytes} left. */
    public static void require(Path directory, long mebibytes, String what) throws IOException {
        Files.createDirectories(directory);
        FileStore disk = Files.getFileStore(directory);
        long left = disk.getUsableSpace() / MEBIBYTE;
        if (left < mebibytes) {
            throw new CannotStart(
                    "The disk with %s has %d MiB left, and %s needs %d MiB: free some space, then start again."
                            .formatted(directory, left, what, mebibytes));
        }
    }
}
