package nl.etalage.content.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Answers as they were sent, by their ETag. An ETag stands for all that an answer depends on, so an answer needs never
 * be thrown away because it is old: nobody asks for it again. They take at most an eighth of the heap. An answer is kept
 * when it is made for the second time while there was room for all that were made in between: most are asked for once, and
 * keeping those would only push others out.
 */
@ApplicationScoped
class ReadyAnswers {

    private static final long SHARE_OF_HEAP = 8;
    private static final int OVERHEAD = 200;

    /** Each tag has a place; another takes it over. */
    private static final int PLACES = 1 << 14;

    private final long most;
    private final Cache<String, byte[]> answers;
    private final AtomicReferenceArray<Made> made = new AtomicReferenceArray<>(PLACES);
    private final AtomicLong bytes = new AtomicLong();

    ReadyAnswers() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /**
     * Keeps some.
     *
     * @param most bytes, about
     */
    ReadyAnswers(long most) {
        this.most = most;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((String tag, byte[] json) -> json.length + OVERHEAD)
                .executor(Runnable::run)
                .build();
    }

    /**
     * An answer that was made.
     *
     * @param at how many bytes had been made by then
     */
    private record Made(String tag, long at) {}

    /** The JSON; null when it must be made. */
    byte[] get(String tag) {
        return answers.getIfPresent(tag);
    }

    /** Takes note that one was made; whether there was room for all that were made since it was before. */
    boolean again(String tag, int length) {
        long now = bytes.addAndGet(length + OVERHEAD);
        Made before = made.getAndSet(tag.hashCode() & (PLACES - 1), new Made(tag, now));
        return before != null && before.tag().equals(tag) && now - before.at() < most;
    }

    /** Keeps it; returns it. */
    byte[] keep(String tag, byte[] json) {
        answers.put(tag, json);
        return json;
    }
}
