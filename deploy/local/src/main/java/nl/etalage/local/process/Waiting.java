package nl.etalage.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, of which nothing tells us. */
final class Waiting {

    private static final long INTERVAL_MILLIS = 50;

    private Waiting() {}

    /** Looks again and again; false when {@code patience} ended first, or the thread was interrupted. */
    static boolean until(BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || !pause(INTERVAL_MILLIS)) {
                return condition.getAsBoolean();
            }
        }
        return true;
    }

    static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
