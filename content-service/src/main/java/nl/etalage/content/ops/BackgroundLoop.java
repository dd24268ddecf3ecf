package nl.etalage.content.ops;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Work that is done again and again on a thread of its own, until it is closed. */
public final class BackgroundLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Duration pause;
    private final Runnable round;
    private final Thread thread;
    private boolean failing;
    private volatile boolean stopping;

    private BackgroundLoop(String name, Duration pause, Runnable round) {
        this.pause = pause;
        this.round = round;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /**
     * Starts the work, with a pause after each round.
     *
     * @param name of the thread, and of the work in the log
     * @param pause between the end of one round and the start of the next
     */
    public static BackgroundLoop start(String name, Duration pause, Runnable round) {
        BackgroundLoop loop = new BackgroundLoop(name, pause, round);
        loop.thread.start();
        return loop;
    }

    private void work() {
        try {
            while (!stopping) {
                guarded();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work must go on, whatever one round met; a fault that lasts is logged once. */
    private void guarded() {
        try {
            round.run();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing && !stopping) {
                LOG.warnf("%s will be tried again: %s", thread.getName(), failure.getMessage());
                LOG.debug(thread.getName(), failure);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
