package nl.etalage.eventfeed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** A request that waits: where it is, what it wants, and its answer. Used by one thread after the other. */
final class Waiter {

    private final Predicate<FeedEvent> filter;
    private final int limit;
    private final CompletableFuture<List<FeedEvent>> answer = new CompletableFuture<>();

    /** Everything up to here was looked at. */
    private volatile long scanned;

    /** Whether {@link #offerNext} may offer it something; of the tail's thread. */
    private boolean admitted;

    Waiter(long after, Predicate<FeedEvent> filter, int limit) {
        this.scanned = after;
        this.filter = filter;
        this.limit = limit;
    }

    CompletableFuture<List<FeedEvent>> answer() {
        return answer;
    }

    /** Up to which position it has looked. */
    long scanned() {
        return scanned;
    }

    /** Takes in what the tail holds after {@link #scanned}; from now on it follows by {@link #offerNext}. */
    void admit(Collection<FeedEvent> held, Executor answers) {
        admitted = !offer(held, answers);
    }

    /** Takes in what the tail has just read; nothing before it was admitted or after it was answered. */
    void offerNext(List<FeedEvent> events, Executor answers) {
        if (admitted) {
            admitted = !offer(events, answers);
        }
    }

    /** Reads on, on the caller's thread, until something matches or there is no more; true when answered. */
    boolean readOn(FeedTail.Source source, Executor answers) {
        try {
            List<FeedEvent> events;
            do {
                events = source.read(scanned, FeedReader.MAX_BATCH);
                if (offer(events, answers)) {
                    return true;
                }
            } while (events.size() == FeedReader.MAX_BATCH && !answer.isDone());
            return answer.isDone();
        } catch (IllegalStateException unreadable) {
            answers.execute(() -> answer.completeExceptionally(unreadable));
            return true;
        }
    }

    /** Looks at events in order of position; true when that settles the answer. */
    private boolean offer(Collection<FeedEvent> events, Executor answers) {
        try {
            List<FeedEvent> matching = new ArrayList<>();
            for (FeedEvent event : events) {
                if (event.position() > scanned && matching.size() < limit) {
                    scanned = event.position();
                    if (filter.test(event)) {
                        matching.add(event);
                    }
                }
            }
            if (!matching.isEmpty()) {
                answers.execute(() -> answer.complete(matching));
                return true;
            }
            return false;
        } catch (RuntimeException ofTheFilter) {
            // A filter is the caller's code; its mistake is the answer, and the others go on waiting.
            answers.execute(() -> answer.completeExceptionally(ofTheFilter));
            return true;
        }
    }
}
