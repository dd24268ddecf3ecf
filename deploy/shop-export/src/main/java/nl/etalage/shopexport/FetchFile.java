package nl.etalage.shopexport;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** Gets the files that items name, and holds each to its digest. */
final class FetchFile {

    /** What a server says must not lead out of the folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}");

    private static final Pattern ADDRESS = Pattern.compile("/api/v1/[A-Za-z0-9/._~?&=%-]+");

    private final Gateway gateway;
    private final Path directory;

    FetchFile(Gateway gateway, Path folder) {
        this.gateway = gateway;
        this.directory = folder.resolve("files");
    }

    /**
     * Gets a file unless it is here already.
     *
     * @param file as it stands in an item: {@code url, bytes, sha256, name}
     * @return its path in the folder
     * @throws Failure when it doesn't come as the item says
     */
    String fetch(JsonNode file) {
        String name = file.path("name").asText();
        String url = file.path("url").asText();
        if (!NAME.matcher(name).matches() || !ADDRESS.matcher(url).matches()) {
            throw new Failure("The export names a file that can't be kept: " + name);
        }
        try {
            Files.createDirectories(directory);
            Path place = directory.resolve(name);
            if (!Files.exists(place)) {
                Path temporary = directory.resolve(name + ".part");
                gateway.download(url, temporary);
                require(temporary, file, name);
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            } else {
                require(place, file, name);
            }
            return "files/" + name;
        } catch (IOException unusable) {
            throw new Failure("%s can't be written: %s".formatted(directory, unusable.getMessage()), unusable);
        }
    }

    private static void require(Path here, JsonNode file, String name) throws IOException {
        if (Files.size(here) == file.path("bytes").asLong()
                && Digest.of(here).equals(file.path("sha256").asText())) {
            return;
        }
        Files.delete(here);
        throw new Failure("files/%s did not come as it should (its SHA-256 differs): run this again.".formatted(name));
    }
}
