package nl.etalage.eventfeed;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The newest events of one feed in memory, and those who wait for the next. One thread owns the ring and hands out
 * what it reads; others only queue up, so nothing slips between "nothing there yet" and "waiting".
 */
final class FeedTail implements Runnable {

    private static final Logger LOG = Logger.getLogger(FeedTail.class);

    /** Commits of other instances are noticed this late at most; well under the second the network promises. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Longer without a look at the database, and "nothing new" would be a guess. */
    private static final long BLIND_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int RING_CAPACITY = 10_000;

    /** Most readers come back to a feed within this distance of its end. */
    private static final int PRELOAD = 1000;

    /** Where events come from. */
    interface Source {
        List<FeedEvent> read(long after, int limit);

        long position();
    }

    private final String feed;
    private final Source source;
    private final Room room;
    private final long idleNanos;
    private final Queue<Waiter> arrivals = new ConcurrentLinkedQueue<>();
    private final Set<Waiter> open = ConcurrentHashMap.newKeySet();

    /** Of the tail's thread: all events after {@code coveredFrom} up to {@code newest}. */
    private final NavigableMap<Long, FeedEvent> ring = new TreeMap<>();

    private boolean primed;
    private long coveredFrom;
    private long newest;
    private long nextLook;
    private boolean blind;

    private volatile boolean woken;
    private volatile long lastLook;
    private volatile long lastArrival;
    private volatile boolean stopped;
    private Thread thread;

    /** @param idle how long the thread stays when nobody waits */
    FeedTail(String feed, Source source, Room room, Duration idle) {
        this.feed = feed;
        this.source = source;
        this.room = room;
        this.idleNanos = idle.toNanos();
    }

    /** Lets a request wait; it is answered whatever happens. */
    void await(Waiter waiter, Duration timeout) {
        if (!room.enter()) {
            waiter.answer()
                    .completeExceptionally(new RejectedExecutionException("Too many requests wait for feeds already"));
            return;
        }
        open.add(waiter);
        arrive(waiter);
        // Only now: a tail that hasn't begun has not looked for a long time, and that would be taken for blindness.
        ScheduledFuture<?> expiry = room.schedule(() -> expire(waiter), timeout);
        var unused = waiter.answer().whenComplete((events, failure) -> {
            expiry.cancel(false);
            open.remove(waiter);
            room.leave();
        });
    }

    void wake() {
        woken = true;
        unpark();
    }

    /** Answers all who wait with nothing, so that a stopping service doesn't hold them. */
    void stop() {
        stopped = true;
        unpark();
        open.forEach(waiter -> waiter.answer().complete(List.of()));
    }

    @Override
    public void run() {
        while (isNeeded()) {
            if (primed) {
                admitArrivals();
            } else {
                arrivals.removeIf(waiter -> waiter.answer().isDone());
            }
            if (woken || System.nanoTime() - nextLook >= 0) {
                woken = false;
                look();
            }
            if (!woken && (!primed || arrivals.isEmpty())) {
                LockSupport.parkNanos(this, Math.max(1, nextLook - System.nanoTime()));
            }
        }
    }

    private synchronized void arrive(Waiter waiter) {
        if (stopped) {
            waiter.answer().complete(List.of());
            return;
        }
        arrivals.add(waiter);
        lastArrival = System.nanoTime();
        if (thread == null || !thread.isAlive()) {
            lastLook = System.nanoTime();
            nextLook = lastLook;
            thread = new Thread(this, "feed-tail-" + feed);
            thread.setDaemon(true);
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
    }

    private synchronized void unpark() {
        LockSupport.unpark(thread);
    }

    private synchronized boolean isNeeded() {
        boolean idle = open.isEmpty() && arrivals.isEmpty() && System.nanoTime() - lastArrival > idleNanos;
        if (!idle && !stopped) {
            return true;
        }
        thread = null;
        ring.clear();
        primed = false;
        return false;
    }

    private void admitArrivals() {
        for (Waiter waiter = arrivals.poll(); waiter != null; waiter = arrivals.poll()) {
            if (waiter.scanned() < coveredFrom) {
                Waiter behind = waiter;
                room.readers.execute(() -> catchUp(behind));
            } else {
                waiter.admit(ring.tailMap(waiter.scanned(), false).values(), room.answers);
            }
        }
    }

    private void catchUp(Waiter waiter) {
        if (!waiter.readOn(source, room.answers)) {
            arrive(waiter);
        }
    }

    private void look() {
        try {
            if (!primed) {
                newest = Math.max(0, source.position() - PRELOAD);
                coveredFrom = newest;
                primed = true;
            }
            List<FeedEvent> events = source.read(newest, FeedReader.MAX_BATCH);
            take(events);
            lastLook = System.nanoTime();
            nextLook = events.size() == FeedReader.MAX_BATCH ? lastLook : lastLook + LOOK_NANOS;
            if (blind) {
                blind = false;
                LOG.infof("The feed %s can be read again", feed);
            }
        } catch (IllegalStateException unreadable) {
            if (!blind) {
                blind = true;
                LOG.warnf(unreadable, "The feed %s can't be read; trying until it can", feed);
            }
            // Soon: after a restart of the database each pooled connection fails once before the next is tried.
            nextLook = System.nanoTime() + LOOK_NANOS;
        }
    }

    private void take(List<FeedEvent> events) {
        for (FeedEvent event : events) {
            ring.put(event.position(), event);
            newest = event.position();
        }
        while (ring.size() > RING_CAPACITY) {
            coveredFrom = ring.pollFirstEntry().getKey();
        }
        if (!events.isEmpty()) {
            open.forEach(waiter -> waiter.offerNext(events, room.answers));
        }
    }

    private void expire(Waiter waiter) {
        boolean seeing = System.nanoTime() - lastLook < BLIND_NANOS;
        room.answers.execute(() -> {
            if (seeing) {
                waiter.answer().complete(List.of());
            } else {
                waiter.answer()
                        .completeExceptionally(new IllegalStateException("The feed " + feed + " can't be read now"));
            }
        });
    }

    /** What all feeds of a service share: how many may wait, who watches the time and who reads for those behind. */
    static final class Room {

        private static final int PLACES = 20_000;
        private static final int READERS = 2;

        private final Semaphore places = new Semaphore(PLACES);
        private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, work -> daemon(work, "feed-timer"), new ThreadPoolExecutor.DiscardPolicy());
        private final ExecutorService readers = new ThreadPoolExecutor(
                READERS,
                READERS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon(work, "feed-read"),
                new ThreadPoolExecutor.DiscardPolicy());
        private final Executor answers = Infrastructure.getDefaultWorkerPool();

        Room() {
            timer.setRemoveOnCancelPolicy(true);
        }

        boolean enter() {
            return places.tryAcquire();
        }

        int taken() {
            return PLACES - places.availablePermits();
        }

        void leave() {
            places.release();
        }

        ScheduledFuture<?> schedule(Runnable work, Duration delay) {
            return timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        }

        /** Work that comes after this is dropped; {@link FeedTail#stop} has answered those it was for. */
        void close() {
            timer.shutdownNow();
            readers.shutdownNow();
        }

        private static Thread daemon(Runnable work, String name) {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        }
    }
}
