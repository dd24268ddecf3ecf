package nl.etalage.standin.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder with media, mail and the ledger; a temporary one, removed at the end, when nothing need survive. */
public final class WorkDirectory implements AutoCloseable {
    private final Path root;
    private final boolean temporary;

    private WorkDirectory(Path root, boolean temporary) {
        this.root = root;
        this.temporary = temporary;
    }

    /** @throws IOException when the folders can't be made */
    public static WorkDirectory lasting(Path root) throws IOException {
        return new WorkDirectory(root.toAbsolutePath(), false).furnished();
    }

    /** @throws IOException when the folders can't be made */
    public static WorkDirectory temporary() throws IOException {
        return new WorkDirectory(Files.createTempDirectory("stand-in-"), true).furnished();
    }

    public Path ledger() {
        return root.resolve("ledger.jsonl");
    }

    public Path media() {
        return root.resolve("media");
    }

    /** Where a request's file parts wait until they are judged; on the same disk as the media they become. */
    public Path uploads() {
        return root.resolve("uploads");
    }

    public Path mail() {
        return root.resolve("mail");
    }

    /** Drops what an earlier process left half judged. Only for who holds the ledger: it may be someone's work. */
    public void clearUploads() throws IOException {
        deleteAllIn(uploads());
        Files.createDirectories(uploads());
    }

    @Override
    public void close() {
        if (temporary) {
            deleteAllIn(root);
        }
    }

    private WorkDirectory furnished() throws IOException {
        for (Path folder : List.of(media(), uploads(), mail())) {
            Files.createDirectories(folder);
        }
        return this;
    }

    private static void deleteAllIn(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
