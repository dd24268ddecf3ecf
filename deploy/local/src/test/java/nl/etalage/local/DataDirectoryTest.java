package nl.etalage.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    private DataDirectory data;

    @BeforeEach
    void fill() throws IOException {
        data = new DataDirectory(directory);
        for (Path part : List.of(data.postgresql(), data.keycloak(), data.media(), data.standIn(), data.logs())) {
            Files.createDirectories(part.resolve("inside"));
            Files.writeString(part.resolve("inside").resolve("file"), "data");
        }
        Files.writeString(data.secrets(), "shops.owner=1");
        Files.createFile(data.demoDataMarker());
    }

    @Test
    void emptyingLeavesWhatIsNotOurs() throws IOException {
        Files.createDirectory(directory.resolve("ports-1000"));
        Files.writeString(directory.resolve("notes.txt"), "mine");

        data.empty();

        assertEquals(List.of("notes.txt", "ports-1000"), names());
    }

    @Test
    void anEmptyingThatWasCutShortIsFinishedLater() throws IOException {
        Files.writeString(directory.resolve("being-emptied"), "");

        data.finishEmptying();

        assertEquals(List.of(), names());
    }

    @Test
    void withoutOneNothingIsThrownAway() throws IOException {
        List<String> before = names();

        data.finishEmptying();

        assertEquals(before, names());
    }

    @Test
    void whatALinkPointsToStays() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("program"), "shared");
        Files.createSymbolicLink(data.keycloak().resolve("lib"), elsewhere);

        data.empty();

        assertEquals("shared", Files.readString(elsewhere.resolve("program")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
