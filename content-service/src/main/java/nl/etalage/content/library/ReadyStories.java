package nl.etalage.content.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.etalage.content.library.prepared.PreparedStory;

/**
 * Stories as they were prepared for any shop, by how the network's library stood. When that changes nobody asks for them
 * again. They take at most a quarter of the heap.
 */
@ApplicationScoped
class ReadyStories {

    private static final long SHARE_OF_HEAP = 4;
    private static final int MOST_KEPT = 20_000;

    private final Cache<Key, PreparedStory> stories = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
            .weigher((Key story, PreparedStory prepared) -> prepared.weight())
            .executor(Runnable::run)
            .build();
    private final Cache<Key, Boolean> asked =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    /**
     * A story at a moment.
     *
     * @param network how the network's library stood when it was asked
     */
    record Key(String network, UUID story) {}

    /** Null when it must be prepared, or was from an older revision. */
    PreparedStory get(Key story, int revision) {
        PreparedStory kept = stories.getIfPresent(story);
        return kept != null && kept.revision() == revision ? kept : null;
    }

    /** Whether it was asked for before: what only one shop asks for is not worth preparing. Notes that it was now. */
    boolean wanted(Key story) {
        return asked.asMap().put(story, true) != null;
    }

    void keep(Key story, PreparedStory prepared) {
        stories.put(story, prepared);
    }
}
