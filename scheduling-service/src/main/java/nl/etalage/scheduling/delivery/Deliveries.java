package nl.etalage.scheduling.delivery;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.etalage.scheduling.channel.Accounts;
import nl.etalage.scheduling.mail.Outbox;
import nl.etalage.scheduling.notice.Notices;
import nl.etalage.scheduling.ops.Ids;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.platform.Account;
import nl.etalage.scheduling.platform.Platform;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.platform.SandboxServers;
import org.jboss.logging.Logger;

/** One worker's work, without threads: what is due, and how each piece of it is done. */
final class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final int BATCH = 100;
    private static final String NEXT = "SELECT min(due_at) FROM publication WHERE due_at > ?";

    private final WorkerDatabase database;
    private final Clock clock;
    private final BooleanSupplier contentFresh;
    private final Function<PlatformName, Optional<Platform>> platforms;
    private final Accounts accounts;
    private final Claims claims;
    private final Publishing publishing;
    private final Seeking seeking;
    private final Removing removing;
    private final Offers offers;
    private final Expiry expiry;
    private final Leases leases;
    private final Outages outages;

    /** What a worker needs of the world. */
    record Surroundings(
            WorkerDatabase database,
            Clock clock,
            Ids ids,
            BooleanSupplier contentFresh,
            Function<PlatformName, Optional<Platform>> platforms,
            Accounts accounts,
            SandboxServers sandbox) {}

    Deliveries(Surroundings world, String worker, Duration lease, Duration catchUpGap) {
        this.database = world.database();
        this.clock = world.clock();
        this.contentFresh = world.contentFresh();
        this.platforms = world.platforms();
        this.accounts = world.accounts();
        Outbox outbox = new Outbox(world.ids());
        Notices notices = new Notices(world.ids(), outbox);
        this.claims = new Claims(world, worker, lease);
        this.publishing = new Publishing(database, notices, clock, catchUpGap);
        this.seeking = new Seeking(database, notices, clock);
        this.removing = new Removing(database, notices, clock);
        this.offers = new Offers(database, outbox, world.ids(), clock, worker);
        this.expiry = new Expiry(database, notices, clock);
        this.leases = new Leases(database, clock, lease);
        this.outages = new Outages(clock);
    }

    Leases leases() {
        return leases;
    }

    /** What needs no call: what is too late, and what people must post. */
    void settle() {
        while (expiry.expire(BATCH) == BATCH) {
            // There is more.
        }
        while (contentFresh.getAsBoolean() && offers.offer(BATCH) == BATCH) {
            // There is more.
        }
    }

    /** Takes on calls, at most so many; what a crash left comes first. */
    List<Job> claim(int most) {
        boolean mayPost = contentFresh.getAsBoolean();
        List<Job> jobs = new ArrayList<>(claims.toFinish(most, outages.paused(), mayPost));
        if (mayPost && jobs.size() < most) {
            jobs.addAll(claims.toPublish(most - jobs.size(), outages.paused()));
        }
        jobs.forEach(job -> leases.begun(job.attempt()));
        return jobs;
    }

    /** Makes the call of a job and writes down what came of it. */
    void perform(Job job) {
        try {
            Platform platform = platforms
                    .apply(job.platform())
                    .orElseThrow(() -> new IllegalStateException("No connector for " + job.platform()));
            Account account = account(job);
            Platform watched = new WatchedPlatform(platform, outages, job.host());
            switch (job.kind()) {
                case PUBLISH -> publishing.perform(job, watched, account);
                case SEEK -> seeking.perform(job, watched, account);
                case REMOVE -> removing.perform(job, watched, account);
            }
        } finally {
            leases.ended(job.attempt());
        }
    }

    /** Null when the channel is disconnected, or when no key of ours opens its credentials. */
    private Account account(Job job) {
        try {
            return job.account() == null ? null : accounts.open(job.account());
        } catch (IllegalStateException sealed) {
            LOG.error(sealed.getMessage());
            return null;
        }
    }

    /** When something is due next; empty when nothing is. */
    Optional<Instant> nextDue() {
        return database.transaction((connection, tell) -> {
            try (PreparedStatement select = connection.prepareStatement(NEXT)) {
                Sql.set(select, 1, clock.instant());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(Sql.instant(row, "min"));
                }
            }
        });
    }
}
