package nl.etalage.scheduling.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.etalage.eventfeed.FeedFollowers;
import nl.etalage.scheduling.channel.Accounts;
import nl.etalage.scheduling.ops.Ids;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.platform.Platforms;
import nl.etalage.scheduling.platform.SandboxServers;
import nl.etalage.scheduling.recall.StoryFeed;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The worker of this process: a dispatcher that wakes when something is due, and threads that make the calls. Stopping
 * waits for the calls that run.
 */
@ApplicationScoped
class DeliveryLoop {

    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);

    /** Something planned by another instance shows within this time. */
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

    /** After the database was away; its pool has waited already. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private static final int RENEWALS_PER_LEASE = 3;
    private static final int STOP_SECONDS = 8;

    private final DeliveryConfiguration configuration;
    private final Deliveries deliveries;
    private final Clock clock;
    private final String worker;
    private final Semaphore room;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private ExecutorService callers;
    private ScheduledExecutorService renewals;
    private ScheduledFuture<?> renewal;
    private Thread dispatcher;
    private volatile boolean stopping;
    private boolean failing;

    DeliveryLoop(
            DeliveryConfiguration configuration,
            WorkerDatabase database,
            Clock clock,
            Ids ids,
            FeedFollowers followers,
            Platforms platforms,
            Accounts accounts,
            SandboxServers sandbox,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.configuration = configuration;
        this.clock = clock;
        this.worker = configuration.worker().orElseGet(() -> hostName() + ":" + port);
        this.room = new Semaphore(configuration.concurrency());
        this.deliveries = new Deliveries(
                new Deliveries.Surroundings(
                        database,
                        clock,
                        ids,
                        () -> followers.health(StoryFeed.NAME).fresh(configuration.contentFreshness()),
                        platforms::find,
                        accounts,
                        sandbox),
                worker,
                configuration.lease(),
                configuration.catchUpGap());
    }

    void start(@Observes StartupEvent event) {
        if (!configuration.enabled()) {
            return;
        }
        callers = Executors.newFixedThreadPool(configuration.concurrency(), task -> new Thread(task, "delivery-call"));
        renewals = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "delivery-leases"));
        long period = configuration.lease().toMillis() / RENEWALS_PER_LEASE;
        renewal = renewals.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
        dispatcher = new Thread(this::run, "delivery");
        dispatcher.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (dispatcher == null) {
            return;
        }
        stopping = true;
        bell.offer(Boolean.TRUE);
        dispatcher.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        callers.shutdown();
        callers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        renewal.cancel(false);
        renewals.shutdownNow();
    }

    private void run() {
        boolean freed = false;
        while (!stopping) {
            try {
                if (!freed) {
                    deliveries.leases().freeThoseOf(worker);
                    freed = true;
                }
                if (dispatch() == 0) {
                    sleep(untilNextDue());
                }
                failing = false;
            } catch (RuntimeException failure) {
                // Most often the database is away. Whatever it is: nothing else would deliver, so this goes on.
                if (!failing) {
                    LOG.warnf("Delivery waits: %s", failure);
                }
                failing = true;
                sleep(AFTER_FAILURE);
            }
        }
    }

    private int dispatch() {
        deliveries.settle();
        int free = room.drainPermits();
        List<Job> jobs = List.of();
        try {
            jobs = free == 0 ? jobs : deliveries.claim(free);
        } finally {
            room.release(free - jobs.size());
        }
        jobs.forEach(job -> callers.execute(() -> perform(job)));
        return jobs.size();
    }

    private void perform(Job job) {
        try {
            deliveries.perform(job);
        } catch (RuntimeException failure) {
            // The lease lapses, and the outcome is sought like after a crash.
            LOG.errorf("Attempt %s of publication %s broke off: %s", job.attempt(), job.publication(), failure);
        } finally {
            room.release();
            bell.offer(Boolean.TRUE);
        }
    }

    private void renew() {
        try {
            deliveries.leases().renew();
        } catch (IllegalStateException databaseAway) {
            LOG.warnf("Leases wait: %s", databaseAway.getMessage());
        }
    }

    private Duration untilNextDue() {
        return deliveries
                .nextDue()
                .map(next -> Duration.between(clock.instant(), next))
                .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                .map(wait -> wait.isNegative() ? Duration.ofMillis(1) : wait)
                .orElse(LONGEST_SLEEP);
    }

    private void sleep(Duration most) {
        try {
            bell.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
