package nl.etalage.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the document as of a network somewhere, for the checks of {@code deploy/contract-tests}. */
class WrittenDocumentTest {

    @Test
    void itIsTheSameHoweverOftenItIsMade() throws IOException {
        Path file = Path.of("target", "openapi.json");
        Files.createDirectories(file.getParent());
        JsonMapper json = new JsonMapper();
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), made().json());

        assertEquals(made().json(), json.readTree(file.toFile()));
    }

    private static ApiDocument made() {
        return new ApiDocument(
                URI.create("https://etalage.example"), URI.create("https://login.etalage.example/realms/etalage"));
    }
}
