package nl.etalage.standin.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last calls to the Mastodon API, for tests to look at. */
public final class Journal {
    private static final int MOST = 10_000;

    private final Deque<SeenRequest> seen = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public synchronized void add(SeenRequest request) {
        if (seen.size() == MOST) {
            seen.removeFirst();
        }
        seen.addLast(request);
        if (request.account() != null) {
            counts.merge(request.account(), 1, Integer::sum);
        }
    }

    /** The last calls of everyone, oldest first, at most 10,000. */
    public synchronized List<SeenRequest> all() {
        return List.copyOf(seen);
    }

    /** The last calls of one account, oldest first. */
    public synchronized List<SeenRequest> of(String account) {
        return seen.stream()
                .filter(request -> account.equals(request.account()))
                .toList();
    }

    /** How many calls an account made since the start, also those no longer listed. */
    public synchronized int count(String account) {
        return counts.getOrDefault(account, 0);
    }
}
