package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The named parts of contracts brought together: equal ones once, different ones of the same name under two names. */
final class Components {

    private static final String PREFIX = "#/components/";

    /** Written once for all services by {@link ContractJoin}. */
    private static final String SECURITY = "securitySchemes";

    private final ObjectNode joined;

    /** @param joined the {@code components} object to fill */
    Components(ObjectNode joined) {
        this.joined = joined;
    }

    /**
     * Takes in the parts of one contract that its paths use. Where a name is taken by something else, the part is renamed, and with it
     * every reference to it in the contract.
     *
     * @param contract changed in place
     */
    void take(ServiceContract contract) {
        prune(contract.document());
        Map<String, String> renamed = new LinkedHashMap<>();
        // A part that refers to a renamed part differs by that from its namesake, so look again until none is left.
        while (renameOne(contract, renamed)) {
            rewrite(contract.document(), renamed);
        }
        parts(contract.document())
                .properties()
                .forEach(section -> section.getValue().properties().forEach(part -> {
                    String name = renamed.getOrDefault(reference(section.getKey(), part.getKey()), "");
                    String last = name.isEmpty() ? part.getKey() : name.substring(name.lastIndexOf('/') + 1);
                    joined.withObjectProperty(section.getKey()).set(last, part.getValue());
                }));
    }

    private boolean renameOne(ServiceContract contract, Map<String, String> renamed) {
        for (Map.Entry<String, JsonNode> section : parts(contract.document()).properties()) {
            for (Map.Entry<String, JsonNode> part : section.getValue().properties()) {
                String reference = reference(section.getKey(), part.getKey());
                JsonNode taken = joined.path(section.getKey()).get(part.getKey());
                if (taken != null && !renamed.containsKey(reference) && !taken.equals(part.getValue())) {
                    renamed.put(reference, reference(section.getKey(), capital(contract.service()) + part.getKey()));
                    return true;
                }
            }
        }
        return false;
    }

    private static ObjectNode parts(ObjectNode document) {
        ObjectNode parts = document.withObjectProperty("components");
        parts.remove(SECURITY);
        return parts;
    }

    /** Removes from a contract the parts that no path of it leads to. */
    private static void prune(ObjectNode document) {
        Set<String> reached = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(document.path("paths"));
        while (!open.isEmpty()) {
            JsonNode node = open.poll();
            if (node.isTextual() && node.textValue().startsWith(PREFIX) && reached.add(node.textValue())) {
                open.add(document.at(node.textValue().substring(1)));
            }
            node.forEach(open::add);
        }
        parts(document).properties().forEach(section -> {
            Set<String> names = new HashSet<>();
            section.getValue().fieldNames().forEachRemaining(names::add);
            names.removeIf(name -> reached.contains(reference(section.getKey(), name)));
            ((ObjectNode) section.getValue()).remove(names);
        });
    }

    /** References are rewritten wherever they stand: in {@code $ref} and in the mapping of a discriminator. */
    private static void rewrite(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String other = renamed.get(field.getValue().asText());
                if (field.getValue().isTextual() && other != null) {
                    field.setValue(TextNode.valueOf(other));
                } else {
                    rewrite(field.getValue(), renamed);
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> rewrite(item, renamed));
        }
    }

    private static String reference(String section, String name) {
        return PREFIX + section + "/" + name;
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
