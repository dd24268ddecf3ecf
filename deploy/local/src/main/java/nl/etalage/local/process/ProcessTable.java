package nl.etalage.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which processes belong to one data directory: a small file for each, so that another launcher finds and stops them
 * after this one was killed. A file whose process ended, or whose id went to somebody else's process, means nothing.
 */
public final class ProcessTable {

    private static final String SUFFIX = ".pid";

    private final Path directory;

    public ProcessTable(Path directory) {
        this.directory = directory;
    }

    public void record(String name, ProcessIdentity process) throws IOException {
        Files.createDirectories(directory);
        // Never half a file: the process writes the same one at the same moment, and others read it.
        Path whole = Files.writeString(directory.resolve(name + ".new"), process + "\n");
        Files.move(whole, file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    public void forget(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** The process of that name, when it still runs. */
    public Optional<ProcessIdentity> running(String name) {
        return recorded(name).filter(ProcessIdentity::isRunning);
    }

    /** Names of those that run, in no order. */
    public List<String> running() {
        return names().stream().filter(name -> running(name).isPresent()).toList();
    }

    /** Names of all that were started and not stopped by us, running or not. */
    public List<String> names() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessIdentity> recorded(String name) {
        try {
            return Files.exists(file(name)) ? ProcessIdentity.parse(Files.readString(file(name))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }
}
