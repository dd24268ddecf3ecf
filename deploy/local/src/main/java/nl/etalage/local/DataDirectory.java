package nl.etalage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.etalage.local.program.Trees;

/**
 * What a stack keeps between two starts. Every part of it is made beside its place and then renamed, or is only
 * complete with its marker, so that a start cut short at any moment is finished by the next one.
 *
 * @param path the directory
 */
record DataDirectory(Path path) {

    private static final String EMPTYING = "being-emptied";

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    Path postgresql() {
        return path.resolve("postgresql");
    }

    Path keycloak() {
        return path.resolve("keycloak");
    }

    Path media() {
        return path.resolve("media");
    }

    Path standIn() {
        return path.resolve("stand-in");
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** There once the demo data came in whole. */
    Path demoDataMarker() {
        return path.resolve("demo-data-is-in");
    }

    /** Throws all data away, and nothing that a stack didn't make. */
    void empty() throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve(EMPTYING), "The data here is being thrown away.\n");
        finishEmptying();
    }

    /** Completes a throwing away that was cut short; without one it does nothing. */
    void finishEmptying() throws IOException {
        if (Files.exists(path.resolve(EMPTYING))) {
            for (Path part :
                    List.of(demoDataMarker(), postgresql(), keycloak(), media(), standIn(), logs(), secrets())) {
                Trees.delete(part);
            }
            Files.delete(path.resolve(EMPTYING));
        }
    }
}
