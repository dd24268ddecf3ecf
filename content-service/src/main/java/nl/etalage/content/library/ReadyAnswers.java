package nl.etalage.content.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import jakarta.enterprise.context.ApplicationScoped;

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

    private final Cache<String, byte[]> answers = within((tag, json) -> json.length + OVERHEAD);

    /** How long the answers were that were made lately, as far as there would be room for them. */
    private final Cache<String, Integer> lately = within((tag, length) -> length + OVERHEAD);

    private static <T> Cache<String, T> within(Weigher<String, T> weight) {
        return Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
                .weigher(weight)
                .executor(Runnable::run)
                .build();
    }

    /** The JSON; null when it must be made. */
    byte[] get(String tag) {
        return answers.getIfPresent(tag);
    }

    /** Takes note that one was made; whether it was lately too, and is worth keeping. */
    boolean again(String tag, int length) {
        return lately.asMap().put(tag, length) != null;
    }

    /** Keeps it; returns it. */
    byte[] keep(String tag, byte[] json) {
        answers.put(tag, json);
        return json;
    }
}
