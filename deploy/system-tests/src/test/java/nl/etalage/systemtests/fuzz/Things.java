package nl.etalage.systemtests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** Ids of what there is, by the collection it stands in, so that requests reach further than a 404. */
final class Things {

    private static final int KEPT = 200;
    private static final List<String> SHOPS =
            List.of("zeist", "zeist", "zeist", "utrecht", "groningen", "landelijk", "nergens");

    private final Map<String, List<String>> ids = new ConcurrentHashMap<>();

    /**
     * Remembers what a list or a single answer holds, under the last word of its path that is no id.
     *
     * @param answer null when it is no JSON, such as a feed
     */
    void learn(String path, JsonNode answer) {
        if (answer == null) {
            return;
        }
        String collection = collection(path);
        answer.path("items").forEach(item -> add(collection, item));
        if (answer.has("nextPageToken")) {
            add("pageToken", answer.get("nextPageToken").asText());
        }
        add(collection, answer);
    }

    private void add(String collection, JsonNode thing) {
        for (String name : List.of("id", "slug")) {
            if (thing.path(name).isTextual() && !(name.equals("slug") && collection.equals("shops"))) {
                add(collection, thing.get(name).asText());
            }
        }
    }

    private void add(String collection, String id) {
        List<String> known = ids.computeIfAbsent(collection, any -> new CopyOnWriteArrayList<>());
        if (known.size() < KEPT && !known.contains(id)) {
            known.add(id);
        }
    }

    /** An id out of a collection; now and then of another, or of nothing. */
    String any(String collection, RandomGenerator random) {
        if (collection.equals("shops")) {
            return SHOPS.get(random.nextInt(SHOPS.size()));
        }
        List<String> known = ids.getOrDefault(collection, List.of());
        if (known.isEmpty() || random.nextInt(12) == 0) {
            return new UUID((random.nextLong() & ~0xf000L) | 0x7000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                    .toString();
        }
        return known.get(random.nextInt(known.size()));
    }

    /** The collection that a member of a body names one of: {@code story} and {@code storyId} name one of the stories. */
    static String named(String member) {
        return switch (member) {
            case "story" -> "stories";
            case "shop", "slug", "shops" -> "shops";
            case "asset", "assets" -> "assets";
            case "campaign" -> "campaigns";
            case "groups", "targetGroups" -> "groups";
            case "channel", "adaptation", "publication" -> member + "s";
            default -> member;
        };
    }

    /** The collection in which the thing lies that a path parameter names: what stands before it in the path. */
    static String before(String path, String parameter) {
        String start = path.substring(0, Math.max(0, path.indexOf("/{" + parameter + "}")));
        return collection(start);
    }

    private static String collection(String path) {
        String[] words = path.replaceAll("\\?.*", "").split("/");
        for (int i = words.length - 1; i > 0; i--) {
            if (words[i].matches("[a-z-]+") && !words[i].equals("zeist")) {
                return words[i];
            }
        }
        return "";
    }
}
