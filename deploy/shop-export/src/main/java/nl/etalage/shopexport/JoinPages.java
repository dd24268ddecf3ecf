package nl.etalage.shopexport;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/** Writes the pages of a part as one file, a page at a time, and fetches the files they name. */
final class JoinPages {

    /** Rises when somebody who reads an export has to do something else. */
    private static final int FORMAT = 1;

    private final Path folder;
    private final FetchFile files;
    private final Inventory inventory;
    private final JsonMapper json = new JsonMapper();

    JoinPages(Path folder, FetchFile files, Inventory inventory) {
        this.folder = folder;
        this.files = files;
        this.inventory = inventory;
    }

    /** @param began when this export began */
    void join(Part part, String shop, Instant began, List<Path> pages) throws IOException {
        Path temporary = folder.resolve("unfinished").resolve(part.file());
        try (JsonGenerator out = json.createGenerator(temporary.toFile(), JsonEncoding.UTF8)) {
            out.useDefaultPrettyPrinter();
            out.writeStartObject();
            out.writeNumberField("format", FORMAT);
            out.writeStringField("shop", shop);
            out.writeStringField("exportedAt", began.toString());
            out.writeArrayFieldStart("items");
            for (Path page : pages) {
                for (JsonNode item : json.readTree(page.toFile()).path("items")) {
                    out.writeTree(item);
                    take(part, item);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        inventory.digest(part.file(), Digest.of(temporary));
        Files.move(temporary, folder.resolve(part.file()), StandardCopyOption.ATOMIC_MOVE);
    }

    private void take(Part part, JsonNode item) {
        inventory.count(part, item.path("kind").asText());
        if (item.hasNonNull("file")) {
            inventory.digest(
                    files.fetch(item.get("file")), item.at("/file/sha256").asText());
        }
    }
}
