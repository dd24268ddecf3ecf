package nl.etalage.standin.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which key gave which post in the last hour. Used under the lock of {@link Posts}. */
final class Idempotency {
    /** As long as Mastodon keeps them. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    void remember(Post post) {
        if (post.idempotencyKey() != null) {
            Key key = new Key(post.account(), post.idempotencyKey());
            // Put at the end, so that the oldest stay in front.
            entries.remove(key);
            entries.put(key, new Entry(post.id(), post.createdAt()));
        }
    }

    /** Id of the post this key gave, also when that post was removed since. */
    Optional<Long> find(String account, String key, Instant now) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext() && !now.isBefore(oldest.next().at.plus(KEPT))) {
            oldest.remove();
        }
        return Optional.ofNullable(entries.get(new Key(account, key))).map(Entry::post);
    }

    private record Key(String account, String key) {}

    private record Entry(long post, Instant at) {}
}
