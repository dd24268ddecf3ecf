package nl.etalage.content.asset;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/**
 * Media on a filesystem. A file appears under its name whole or not at all: it is written beside, forced to disk and
 * moved in one step.
 */
@ApplicationScoped
public class MediaStore {

    private final Path originals;
    private final Path renditions;
    private final Path unfinished;

    MediaStore(MediaConfig config) {
        Path directory = config.directory().toAbsolutePath();
        this.originals = directory.resolve("originals");
        this.renditions = directory.resolve("renditions");
        this.unfinished = directory.resolve("unfinished");
    }

    /** Fails the start when the directory can't be made or written: better now than at the first upload. */
    void prepare(@Observes StartupEvent event) throws IOException {
        for (Path directory : new Path[] {originals, renditions, unfinished}) {
            Files.createDirectories(directory);
        }
        if (!Files.isWritable(unfinished)) {
            throw new IOException("etalage.media.directory can't be written: " + unfinished.getParent());
        }
    }

    /** Writes content to a file that is not there yet. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Stores an original under its digest, which is the answer; bytes that are there already are left as they are. */
    String store(Path upload) throws IOException {
        Path temporary = temporary();
        try {
            MessageDigest digest = Digest.begin();
            write(temporary, out -> {
                try (InputStream in = Files.newInputStream(upload);
                        DigestOutputStream both = new DigestOutputStream(out, digest)) {
                    in.transferTo(both);
                }
            });
            String sha256 = Digest.end(digest);
            Path place = original(sha256);
            if (!Files.exists(place)) {
                move(temporary, place);
            }
            return sha256;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Where an original stands. */
    Path original(String sha256) {
        return spread(originals, sha256).resolve(sha256);
    }

    /** Where a rendition stands, or will. */
    Path rendition(String mediaKey, String fileName) {
        return spread(renditions, mediaKey).resolve(mediaKey).resolve(fileName);
    }

    /** Puts a new file in its place. */
    void place(Path place, Content content) throws IOException {
        Path temporary = temporary();
        try {
            write(temporary, content);
            move(temporary, place);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Whether files can be written now. */
    public boolean writable() {
        return Files.isWritable(unfinished);
    }

    /**
     * Removes what a crash left half written.
     *
     * @return how many files
     */
    public int removeUnfinishedBefore(Instant moment) {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(unfinished)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(FileTime.from(moment)) < 0
                        && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return removed;
    }

    private Path temporary() {
        return unfinished.resolve(UUID.randomUUID().toString());
    }

    private static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.writeTo(new Unclosed(out));
            channel.force(true);
        }
    }

    /** What writes content may close its stream; the channel must stay open to be forced. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static void move(Path temporary, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        // The name itself must survive a crash too.
        try (FileChannel directory = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Two levels of 256 directories keep each small. */
    private static Path spread(Path root, String key) {
        return root.resolve(key.substring(0, 2)).resolve(key.substring(2, 4));
    }
}
