package nl.etalage.gateway.console.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What stands in the form with which a shop tells a story.
 *
 * @param text as it was typed
 * @param asset id of a picture that was sent already; empty for none
 * @param key idempotency key of the form
 * @param errors sentences by field: {@code text}, {@code file}
 * @param complaint about the whole; null when all is well
 */
record Typed(String text, String asset, String key, Map<String, String> errors, String complaint) {

    static final Typed NOTHING = new Typed("", "", "", Map.of(), null);

    static Typed of(String text, String asset) {
        return new Typed(text, asset == null ? "" : asset, "", Map.of(), null);
    }

    Typed wrong(Map<String, String> found, String why) {
        return new Typed(text, asset, key, Map.copyOf(found), why);
    }

    Typed wrong(String field, String why) {
        Map<String, String> all = new HashMap<>(errors);
        all.put(field, why);
        return new Typed(text, asset, key, Map.copyOf(all), complaint);
    }

    Typed with(String uploaded) {
        return new Typed(text, uploaded, key, errors, complaint);
    }

    /** For one more time that the form is shown. */
    Typed keyed() {
        return new Typed(text, asset, UUID.randomUUID().toString(), errors, complaint);
    }

    boolean fine() {
        return errors.isEmpty() && complaint == null;
    }

    public String error(String field) {
        return errors.get(field);
    }

    /** Where the picture that was sent can be seen by the shop. */
    public String picture() {
        return "/api/v1/assets/" + asset + "/renditions/web-480";
    }

    public boolean sent() {
        return !asset.isEmpty();
    }
}
