package nl.etalage.systemtests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Makes JSON bodies out of an example: valid, nearly valid, and broken. */
final class Bodies {

    private static final String HOLE = "@@hole@@";
    private static final String EXAMPLE_ID = "01976b2e-4c00-7000-8000-[0-9]{12}";

    private final Things things;

    Bodies(Things things) {
        this.things = things;
    }

    /** The example with ids of what there is, and names that nothing has yet. */
    JsonNode valid(JsonNode example, RandomGenerator random) {
        JsonNode body = example.deepCopy();
        leaves(body).stream().filter(leaf -> leaf.value().isTextual()).forEach(leaf -> {
            String text = leaf.value().asText();
            if (leaf.name().equals("slug")) {
                leaf.set(TextNode.valueOf("winkel-" + Integer.toString(random.nextInt(1 << 30), 36)));
            } else if (leaf.name().equals("email")) {
                leaf.set(TextNode.valueOf("a" + random.nextInt(1 << 30) + "@winkel.example"));
            } else if (text.matches(EXAMPLE_ID) || Things.named(leaf.name()).equals("shops")) {
                leaf.set(TextNode.valueOf(things.any(Things.named(leaf.name()), random)));
            }
        });
        return body;
    }

    /** As text, with something wrong in one to three places. */
    String nearlyValid(JsonNode valid, RandomGenerator random) {
        JsonNode body = valid.deepCopy();
        String text = body.toString();
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<Leaf> leaves = leaves(body);
            if (leaves.isEmpty()) {
                return Hostile.json(random);
            }
            Leaf leaf = leaves.get(random.nextInt(leaves.size()));
            switch (random.nextInt(8)) {
                case 0 -> leaf.drop();
                case 1 -> leaf.add("onbekend" + random.nextInt(9), TextNode.valueOf("x"));
                case 2 -> {
                    String again = "{\"" + leaf.name() + "\":" + Hostile.json(random) + ",";
                    return body.toString().replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement(again));
                }
                default -> {
                    leaf.set(TextNode.valueOf(HOLE));
                    text = body.toString().replace("\"" + HOLE + "\"", Hostile.json(random));
                    if (random.nextInt(3) > 0) {
                        return text;
                    }
                    leaf.set(valid.path(leaf.name()).deepCopy());
                }
            }
            text = body.toString();
        }
        return text;
    }

    /** One value in a document, with the means to change it. */
    private record Leaf(String name, JsonNode value, Consumer<JsonNode> setter, Runnable dropper, ObjectNode owner) {

        void set(JsonNode other) {
            setter.accept(other);
        }

        void drop() {
            dropper.run();
        }

        void add(String another, JsonNode other) {
            if (owner != null) {
                owner.set(another, other);
            }
        }
    }

    private static List<Leaf> leaves(JsonNode node) {
        List<Leaf> found = new ArrayList<>();
        collect(node, "", found);
        return found;
    }

    private static void collect(JsonNode node, String name, List<Leaf> found) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(member -> {
                String key = member.getKey();
                found.add(new Leaf(
                        key, member.getValue(), other -> object.set(key, other), () -> object.remove(key), object));
                collect(member.getValue(), key, found);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                found.add(new Leaf(
                        name, array.get(i), other -> array.set(at, other), () -> array.add(array.get(at)), null));
                collect(array.get(i), name, found);
            }
        }
    }
}
