package nl.etalage.scheduling.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 8;

    private Backoff() {}

    /**
     * Doubles with every try from 2 seconds to 5 minutes, plus up to a quarter by chance, so that what failed together
     * doesn't come back together.
     *
     * @param tries how often it was tried before, from 0
     */
    static Duration after(int tries) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(tries, DOUBLINGS));
        return jittered(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    /** At least this long, and up to a quarter more. */
    static Duration jittered(Duration wait) {
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 4 + 1));
    }
}
