package nl.etalage.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The realm to import: the one made for production, and for a demo the people and clients whose passwords everyone
 * knows on top. Its {@code ${…}} stay as they are: Keycloak fills them from its environment while it imports.
 */
final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode realm;

    private RealmFile(JsonNode realm) {
        this.realm = realm;
    }

    static RealmFile forProduction() throws IOException {
        return new RealmFile(read("realm-etalage.json"));
    }

    /** Lists of the demo come after those of the realm; any other of its settings takes the place of the realm's. */
    static RealmFile forDemo() throws IOException {
        ObjectNode realm = (ObjectNode) read("realm-etalage.json");
        for (Map.Entry<String, JsonNode> setting : read("demo-people.json").properties()) {
            if (setting.getValue() instanceof ArrayNode more) {
                realm.withArray(setting.getKey()).addAll(more);
            } else {
                realm.set(setting.getKey(), setting.getValue());
            }
        }
        return new RealmFile(realm);
    }

    String text() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    /** Differs when anything in the realm differs. */
    String fingerprint() throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return "realm " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = RealmFile.class.getResourceAsStream(name)) {
            return JSON.readTree(in);
        }
    }
}
