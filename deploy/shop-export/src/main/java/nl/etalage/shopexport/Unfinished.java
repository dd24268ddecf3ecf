package nl.etalage.shopexport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The pages that came so far, so that an export that was cut short goes on where it stopped. */
final class Unfinished {

    /** Pages of a day ago and of now would not make one picture. */
    private static final Duration USABLE = Duration.ofHours(12);

    private static final String ABOUT = "about.json";

    private final Path folder;
    private final Path pages;
    private final JsonMapper json = new JsonMapper();

    Unfinished(Path folder) {
        this.folder = folder;
        this.pages = folder.resolve("unfinished");
    }

    /**
     * Makes the folder ready, with what is usable of an earlier run.
     *
     * @return when this export began
     * @throws Failure when the folder holds something else
     */
    Instant open(String shop, String gateway, Instant now) {
        try {
            if (Files.exists(pages.resolve(ABOUT))) {
                JsonNode about = json.readTree(pages.resolve(ABOUT).toFile());
                if (!about.path("shop").asText().equals(shop)
                        || !about.path("gateway").asText().equals(gateway)) {
                    throw new Failure(
                            "%s holds the unfinished export of another shop: name another folder.".formatted(folder));
                }
                Instant began = Instant.parse(about.path("began").asText());
                if (began.plus(USABLE).isAfter(now)) {
                    return began;
                }
            } else if (Files.exists(folder) && !empty(folder)) {
                throw new Failure("%s is not empty: name another folder.".formatted(folder));
            }
            begin(shop, gateway, now);
            return now;
        } catch (IOException unusable) {
            throw new Failure("%s can't be written: %s".formatted(folder, unusable.getMessage()), unusable);
        }
    }

    private void begin(String shop, String gateway, Instant now) throws IOException {
        Files.createDirectories(pages);
        clear();
        json.writeValue(
                pages.resolve(ABOUT).toFile(),
                json.createObjectNode()
                        .put("shop", shop)
                        .put("gateway", gateway)
                        .put("began", now.toString()));
    }

    /** The pages of a part that are here, in order. */
    List<Path> of(Part part) {
        List<Path> found = new ArrayList<>();
        for (int number = 1; Files.exists(pages.resolve(part.page(number))); number++) {
            found.add(pages.resolve(part.page(number)));
        }
        return found;
    }

    /** Keeps a page, whole or not at all. */
    void keep(Part part, int number, byte[] page) throws IOException {
        Path temporary = pages.resolve("page.tmp");
        Files.write(temporary, page);
        Files.move(temporary, pages.resolve(part.page(number)), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lets a part begin anew. */
    void drop(Part part) {
        try {
            for (Path page : of(part)) {
                Files.delete(page);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything is in its place. */
    void done() throws IOException {
        clear();
        Files.delete(pages);
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean empty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }
}
