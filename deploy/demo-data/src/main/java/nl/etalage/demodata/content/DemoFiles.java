package nl.etalage.demodata.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the demo consists of, as written in {@code src/main/resources/demo}. */
public final class DemoFiles {

    private final JsonMapper json = new JsonMapper();

    public List<JsonNode> groups() {
        return listed("groups.json");
    }

    public List<JsonNode> shops() {
        return listed("shops.json");
    }

    public List<JsonNode> people() {
        return listed("people.json");
    }

    public List<JsonNode> channels() {
        return listed("channels.json");
    }

    public List<JsonNode> publications() {
        return listed("publications.json");
    }

    public JsonNode campaign() {
        return read("campaign.json");
    }

    /** In the order in which they are released. */
    public List<JsonNode> stories() {
        return listed("stories.json").stream()
                .map(key -> read("stories/" + key.asText() + ".json"))
                .toList();
    }

    public byte[] picture(String name) {
        return bytes("pictures/" + name);
    }

    private List<JsonNode> listed(String name) {
        return StreamSupport.stream(read(name).spliterator(), false).toList();
    }

    private JsonNode read(String name) {
        try {
            return json.readTree(bytes(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("demo/" + name + " can't be read", unreadable);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream file = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("demo/" + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("demo/" + name + " can't be read", unreadable);
        }
    }
}
