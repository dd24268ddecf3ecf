package nl.etalage.local.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Properties;
import nl.etalage.local.screen.Progress;

/**
 * Where PostgreSQL and Keycloak are unpacked: beside the build's other products and not with the data, because every
 * stack of this checkout can use them and {@code mvn clean} may throw them away.
 */
public final class Programs {

    private final Path directory;

    public Programs(Path directory) {
        this.directory = directory;
    }

    public Path path(String program) {
        return directory.resolve(program);
    }

    /** Runs the action while no other launcher prepares programs here. */
    public void alone(Progress.Action action) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Objects.requireNonNull(lock);
            action.run();
        }
    }

    /** The version that the build put in, of {@code keycloak} or {@code postgresql}. */
    public static String version(String program) {
        Properties versions = new Properties();
        try (InputStream in = Programs.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(versions.getProperty(program), program);
    }
}
