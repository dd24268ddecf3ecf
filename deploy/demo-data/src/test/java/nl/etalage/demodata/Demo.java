package nl.etalage.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of the demo, as the tests read them. */
final class Demo {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Demo() {}

    static List<JsonNode> shops() {
        return list(read("shops.json"));
    }

    static List<JsonNode> groups() {
        return list(read("groups.json"));
    }

    static List<JsonNode> people() {
        return list(read("people.json"));
    }

    static List<JsonNode> channels() {
        return list(read("channels.json"));
    }

    static List<JsonNode> publications() {
        return list(read("publications.json"));
    }

    static JsonNode campaign() {
        return read("campaign.json");
    }

    /** The stories in the order in which they are released. */
    static List<JsonNode> stories() {
        return texts(read("stories.json")).stream()
                .map(key -> read("stories/" + key + ".json"))
                .toList();
    }

    static JsonNode shop(String slug) {
        return only(shops(), "slug", slug);
    }

    static JsonNode story(String key) {
        return only(stories(), "key", key);
    }

    static JsonNode person(String username) {
        return only(people(), "username", username);
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toList();
    }

    static Path file(String name) {
        try {
            URI home = Demo.class.getResource("/demo/shops.json").toURI();
            return Path.of(home).resolveSibling(name);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static List<String> namesIn(String folder) {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode readPath(Path path) {
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(String name) {
        return readPath(file(name));
    }

    private static JsonNode only(List<JsonNode> items, String field, String value) {
        return items.stream()
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + field + " " + value));
    }
}
