package nl.etalage.content.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.etalage.eventfeed.NewEvent;

/**
 * Something happened in the library.
 *
 * @param change what happened: {@link #ADDED}, {@link #CHANGED} or {@link #REMOVED}
 * @param reason why it was removed, or will be; null otherwise
 */
record LibraryEvent(UUID story, int revision, String change, String reason, LibraryAudience audience) {

    static final String FEED = "library";
    static final String TYPE = "nl.etalage.content.library.changed.v1";
    static final String ADDED = "added";
    static final String CHANGED = "changed";
    static final String REMOVED = "removed";

    /** Why a story left the library of a shop that it is no longer for. */
    private static final String NOT_FOR_YOU = "not-for-you";

    /** Why a story left the lists of a shop that has a sibling in its own language instead. */
    private static final String OTHER_LANGUAGE = "other-language";

    NewEvent toEvent() {
        Map<String, Object> data = data();
        data.put("for", audience);
        return new NewEvent(TYPE, "story/" + story, data);
    }

    /** What a shop sees of it. */
    Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        data.put("story", story);
        data.put("revision", revision);
        data.put("change", change);
        data.put("reason", reason);
        return data;
    }

    static LibraryEvent of(JsonNode data) {
        return new LibraryEvent(
                UUID.fromString(data.required("story").asText()),
                data.required("revision").asInt(),
                data.required("change").asText(),
                data.hasNonNull("reason") ? data.get("reason").asText() : null,
                LibraryAudience.of(data));
    }

    /** The event as it is for a shop: a story that is for others now has left this one's library. */
    LibraryEvent seenBy(Standing shop) {
        boolean forThem = audience.includes(shop.groups(), shop.sells());
        return change.equals(REMOVED) || (forThem && shop.listed())
                ? this
                : new LibraryEvent(story, revision, REMOVED, forThem ? OTHER_LANGUAGE : NOT_FOR_YOU, audience);
    }

    /** Whether it is about a story that is, or ever was, for the shop. */
    boolean concerns(Standing shop) {
        return audience.reached(shop.groups(), shop.sold());
    }
}
