package nl.etalage.shopexport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What an export holds: how many of each kind per part, and its files with their digests. */
final class Inventory {

    private final Map<Part, Map<String, Integer>> kinds = new LinkedHashMap<>();
    private final Map<String, String> digests = new TreeMap<>();

    void count(Part part, String kind) {
        kinds.computeIfAbsent(part, any -> new LinkedHashMap<>()).merge(kind, 1, Integer::sum);
    }

    /** @param name path in the folder, with slashes */
    void digest(String name, String sha256) {
        digests.put(name, sha256);
    }

    /** Number of items by kind, in the order in which they come. */
    Map<String, Integer> kinds(Part part) {
        return kinds.getOrDefault(part, Map.of());
    }

    /** SHA-256 by path in the folder. */
    Map<String, String> digests() {
        return digests;
    }
}
