package nl.etalage.eventfeed;

/**
 * An event on its way into a feed; it gets its position when it is written.
 *
 * @param type    what happened, such as {@code nl.etalage.example.item.changed.v1}; 1 to 200 characters
 * @param subject what it happened to, such as {@code item/42}; 1 to 200 characters. Events about one subject keep
 *                their order, and compaction keeps the newest of each subject
 * @param data    what Jackson can write as JSON, at most 16 KiB; no names, addresses or keys of people, only ids
 */
public record NewEvent(String type, String subject, Object data) {

    private static final int MAX_LENGTH = 200;

    /** Refuses what no feed can hold, with an {@link IllegalArgumentException}. */
    public NewEvent {
        requireText("type", type);
        requireText("subject", subject);
        if (data == null) {
            throw new IllegalArgumentException("An event needs data, if only an empty object");
        }
    }

    private static void requireText(String what, String text) {
        if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An event needs a " + what + " of 1 to " + MAX_LENGTH + " characters");
        }
    }
}
