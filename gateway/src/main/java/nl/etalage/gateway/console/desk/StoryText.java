package nl.etalage.gateway.console.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A story as text, part by part, as it stands in a form: what was read from the service, or what somebody typed.
 *
 * @param parts texts by the name of the part; a part that is empty has no texts. {@code products} holds a text per
 *     product, its keys between tabs; {@code assets} the ids of pictures
 */
record StoryText(Map<String, List<String>> parts) {

    static final String PRODUCTS = "products";
    static final String ASSETS = "assets";

    StoryText {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The only text of a part, or all of them a line each; empty without. */
    String one(String part) {
        return String.join("\n", all(part));
    }

    List<String> all(String part) {
        return parts.getOrDefault(part, List.of());
    }

    Set<String> names() {
        return parts.keySet();
    }

    String type() {
        return one("type");
    }

    StoryText with(String part, List<String> texts) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parts);
        changed.put(part, List.copyOf(texts));
        return new StoryText(changed);
    }

    /** With pictures added at the end, each once. */
    StoryText withAssets(List<String> more) {
        List<String> assets = new ArrayList<>(all(ASSETS));
        more.stream().filter(asset -> !assets.contains(asset)).forEach(assets::add);
        return with(ASSETS, assets);
    }
}
