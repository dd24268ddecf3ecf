package nl.etalage.content.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Answers as they were sent, by their ETag. An ETag stands for all that an answer depends on, so an answer needs never
 * be thrown away because it is old: nobody asks for it again. They take at most an eighth of the heap. An answer is kept
 * when it is made for the second time: most are asked for once, and keeping those would only push others out.
 */
@ApplicationScoped
class ReadyAnswers {

    private static final long SHARE_OF_HEAP = 8;
    private static final int OVERHEAD = 200;

    /** ETags that were made lately, each in its place; another takes it over. */
    private static final int PLACES = 1 << 14;

    private final AtomicReferenceArray<String> made = new AtomicReferenceArray<>(PLACES);

    private final Cache<String, byte[]> answers = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
            .weigher((String tag, byte[] json) -> json.length + OVERHEAD)
            .executor(Runnable::run)
            .build();

    /** The JSON; null when it must be made. */
    byte[] get(String tag) {
        return answers.getIfPresent(tag);
    }

    /** Takes note that it was made, and keeps it if it was before. */
    void made(String tag, byte[] json) {
        if (tag.equals(made.getAndSet(tag.hashCode() & (PLACES - 1), tag))) {
            answers.put(tag, json);
        }
    }
}
