package nl.etalage.content.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers as they were sent, by their ETag. An ETag stands for all that an answer depends on, so an answer needs never
 * be thrown away because it is old: nobody asks for it again. They take at most an eighth of the heap.
 */
@ApplicationScoped
class ReadyAnswers {

    private static final long SHARE_OF_HEAP = 8;
    private static final int OVERHEAD = 200;

    private final Cache<String, byte[]> answers = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
            .weigher((String tag, byte[] json) -> json.length + OVERHEAD)
            .executor(Runnable::run)
            .build();

    /** The JSON; null when it must be made. */
    byte[] get(String tag) {
        return answers.getIfPresent(tag);
    }

    void keep(String tag, byte[] json) {
        answers.put(tag, json);
    }
}
