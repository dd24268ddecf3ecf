package nl.etalage.scheduling.ops;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Work that is done again and again on a thread of its own, until it is closed. */
public final class BackgroundLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);

    private static final long STOP_SECONDS = 5;

    private final String name;
    private final ScheduledExecutorService thread;
    private ScheduledFuture<?> rounds;
    private boolean failing;

    private BackgroundLoop(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread created = new Thread(task, name);
            created.setDaemon(true);
            return created;
        });
    }

    /**
     * Starts the work, with a pause after each round.
     *
     * @param name of the thread, and of the work in the log
     * @param pause between the end of one round and the start of the next
     */
    public static BackgroundLoop start(String name, Duration pause, Runnable round) {
        BackgroundLoop loop = new BackgroundLoop(name);
        loop.rounds = loop.thread.scheduleWithFixedDelay(
                () -> loop.guarded(round), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return loop;
    }

    /** An executor forgets a task that throws; this work must go on, whatever one round met. */
    private void guarded(Runnable round) {
        try {
            round.run();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing && !thread.isShutdown()) {
                LOG.warnf("%s will be tried again: %s", name, failure.getMessage());
                LOG.debug(name, failure);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        rounds.cancel(false);
        thread.shutdownNow();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
