package nl.etalage.scheduling.delivery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.etalage.eventfeed.NewEvent;
import nl.etalage.scheduling.channel.Accounts;
import nl.etalage.scheduling.channel.Sealed;
import nl.etalage.scheduling.channel.Vault;
import nl.etalage.scheduling.ending.TellEndings;
import nl.etalage.scheduling.ending.TellShop;
import nl.etalage.scheduling.mail.Outbox;
import nl.etalage.scheduling.notice.Notices;
import nl.etalage.scheduling.ops.Ids;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.platform.Pictures;
import nl.etalage.scheduling.platform.Platform;
import nl.etalage.scheduling.platform.PlatformHttp;
import nl.etalage.scheduling.platform.SandboxServers;
import nl.etalage.scheduling.platform.ServerGuard;
import nl.etalage.scheduling.platform.mastodon.MastodonPlatform;
import nl.etalage.scheduling.recall.RecallSweep;
import nl.etalage.standin.StandInOptions;
import nl.etalage.standin.StandInPlatform;
import nl.etalage.testing.ServicePostgres;
import nl.etalage.testing.SettableClock;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Workers without their threads, on a real PostgreSQL as the worker role and against the stand-in platform, with a
 * clock that the test sets.
 */
final class DeliveryWorld implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final String SHOP = "zeist";
    /** A machine that is busy with other things answers late; whoever gave up would be uncertain what was posted. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    final SettableClock clock = new SettableClock();
    final StandInPlatform platform;
    final List<NewEvent> told = new CopyOnWriteArrayList<>();
    private final EmbeddedPostgres postgres = ServicePostgres.cluster();
    private final Ids ids = () -> UuidVersion7Strategy.INSTANCE.generateUuid(null);
    private final Vault vault = new Vault("q1jVb0xVq8o7m3b3Xk3l9Jm5f0pV8r8yQn2sT4uW6aA=", List.of());
    private final ServerGuard guard;
    private final WorkerDatabase database;
    private volatile Platform mastodon;
    private volatile boolean contentFresh = true;
    private volatile List<URI> sandboxServers = List.of();

    private DeliveryWorld() {
        clock.set(START);
        platform = StandInPlatform.start(
                StandInOptions.defaults().withRateLimit(100_000).withClock(clock));
        ServicePostgres.createServiceDatabase(postgres, "scheduling");
        migrate();
        guard = new ServerGuard(List.of(URI.create(platform.url())));
        database = new WorkerDatabase(pool(), (connection, events) -> told.addAll(events));
        waitsForAnswers(PATIENT);
        execute("INSERT INTO shop VALUES ('zeist', 'shop', 'active', 'Europe/Amsterdam', 'nl-NL', 1)");
    }

    /** How long workers wait for the platform, from now on: long, unless a test is about what never comes. */
    void waitsForAnswers(Duration patience) {
        Pictures none = (picture, target) -> Pictures.Fetched.GONE;
        mastodon =
                new MastodonPlatform(new PlatformHttp(guard, patience, patience), none, clock, Duration.ofSeconds(5));
    }

    /** The migrations as the owner runs them; Flyway itself comes with Quarkus, which isn't here. */
    private void migrate() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"));
                Connection connection =
                        postgres.getDatabase("scheduling_owner", "scheduling").getConnection();
                Statement statement = connection.createStatement()) {
            for (Path file : files.sorted().toList()) {
                statement.execute(Files.readString(file));
            }
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static DeliveryWorld create() {
        return new DeliveryWorld();
    }

    private DataSource pool() {
        return postgres.getDatabase("scheduling_worker", "scheduling");
    }

    /** A worker of a name; two of one name are one before and after a restart. */
    Deliveries worker(String name) {
        return new Deliveries(
                new Deliveries.Surroundings(
                        database,
                        clock,
                        ids,
                        () -> contentFresh,
                        any -> Optional.of(mastodon),
                        new Accounts(vault, guard),
                        new SandboxServers(sandboxServers)),
                name,
                LEASE,
                CATCH_UP);
    }

    /** Makes the shop one to try things with, which may publish to these servers, from the next worker on. */
    void sandbox(String... servers) {
        execute("UPDATE shop SET sandbox = true");
        sandboxServers = Stream.of(servers).map(URI::create).toList();
    }

    /** Lets a worker do all that is due now. */
    static void run(Deliveries worker) {
        worker.settle();
        for (List<Job> jobs = worker.claim(8); !jobs.isEmpty(); jobs = worker.claim(8)) {
            jobs.forEach(worker::perform);
        }
    }

    /** As {@link #run}, at a later moment. */
    void runAt(Deliveries worker, Duration later) {
        clock.set(START.plus(later));
        run(worker);
    }

    void sweepRecalls() {
        Outbox outbox = new Outbox(ids);
        RecallSweep sweep = new RecallSweep(database, new Notices(ids, outbox), outbox, clock);
        while (sweep.sweep(2, clock.instant()) > 0) {
            // There is more.
        }
    }

    /** Tells that many shops what ends; false when there is nobody left to tell. */
    boolean tellEndings(int most) {
        return endings().tell(most);
    }

    int closeEndings() {
        return endings().close(100);
    }

    /** Takes back what was told of ends that were moved, so many notices at a time. */
    void takeBackEndings(int most) {
        while (endings().takeBack(most)) {
            // There is more.
        }
    }

    private TellEndings endings() {
        return new TellEndings(database, new TellShop(new Notices(ids, new Outbox(ids)), clock), clock);
    }

    /** A picture in what a publication shows. */
    UUID showsPicture(UUID publication) {
        UUID picture = UUID.randomUUID();
        execute(
                "UPDATE publication SET assets = '[{\"id\": \"%s\", \"url\": \"http://gateway.example/x\"}]' WHERE id = '%s'"
                        .formatted(picture, publication));
        return picture;
    }

    /** It may be used no longer. */
    void pictureEnds(UUID picture, String reason) {
        Instant now = clock.instant();
        execute("INSERT INTO picture_end VALUES ('%s', '%s', '%s', NULL, '%s')"
                .formatted(picture, reason, now, now.plus(Duration.ofDays(1))));
    }

    /** A critical correction, as this revision, took it out of the story. */
    void pictureDropped(UUID story, UUID picture, int revision) {
        Instant now = clock.instant();
        execute("INSERT INTO dropped_picture VALUES ('%s', '%s', %d, '%s', '%s')"
                .formatted(story, picture, revision, now, now.plus(Duration.ofDays(1))));
    }

    void contentIsFresh(boolean fresh) {
        contentFresh = fresh;
    }

    /** A channel to an account on the stand-in, or {@code assisted}. */
    UUID channel(String account, Duration minimumGap) {
        UUID id = ids.next();
        boolean byHand = account.equals("assisted");
        Sealed sealed = byHand ? new Sealed(null, null) : vault.seal(id, "stand-in-" + account);
        try (Connection connection = superuser();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        INSERT INTO channel (id, shop, platform, account, audience, minimum_gap, state, server, host,
                                             credentials, credentials_key_id, created_at, version)
                        VALUES (?, 'zeist', ?, ?, '[]', ?, 'healthy', ?, ?, ?, ?, now(), 0)""")) {
            insert.setObject(1, id);
            insert.setString(2, byHand ? "assisted" : "mastodon");
            insert.setString(3, account);
            insert.setObject(4, minimumGap == null ? null : minimumGap.toSeconds());
            insert.setString(5, byHand ? null : platform.url());
            insert.setString(6, byHand ? null : URI.create(platform.url()).getAuthority());
            insert.setString(7, sealed.text());
            insert.setString(8, sealed.keyId());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        execute("INSERT INTO turn VALUES ('" + id + "', NULL, '-infinity')");
        return id;
    }

    UUID channel(String account) {
        return channel(account, null);
    }

    /** A scheduled publication on a channel, at so long after the start. */
    UUID scheduled(UUID channel, String text, Duration after) {
        return publication(channel, text, START.plus(after), "scheduled", UUID.randomUUID());
    }

    UUID publication(UUID channel, String text, Instant at, String state, UUID story) {
        UUID id = ids.next();
        boolean byHand = "assisted".equals(value("SELECT platform FROM channel WHERE id = '" + channel + "'"));
        Instant notAfter = byHand
                ? at.atZone(ZoneId.of("Europe/Amsterdam"))
                        .toLocalDate()
                        .plusDays(3)
                        .atStartOfDay(ZoneId.of("Europe/Amsterdam"))
                        .toInstant()
                : at.plus(Duration.ofHours(3));
        try (Connection connection = superuser();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        INSERT INTO publication (id, shop, channel, platform, created_by, created_at, needs_approval,
                            adaptation, adaptation_version, story, revision, text, assets, hash, text_hash,
                            local_time, time_zone, at, not_after, state, notes, key, due_at, changed_at, version)
                        VALUES (?, 'zeist', ?, ?, gen_random_uuid(), now(), false,
                            gen_random_uuid(), 1, ?, 1, ?, '[]', 'h', ?,
                            ?, 'Europe/Amsterdam', ?, ?, ?, '[]', gen_random_uuid(), ?, now(), 0)""")) {
            insert.setObject(1, id);
            insert.setObject(2, channel);
            insert.setString(3, byHand ? "assisted" : "mastodon");
            insert.setObject(4, story);
            insert.setString(5, text);
            insert.setString(6, text);
            insert.setObject(7, at.atZone(ZoneId.of("Europe/Amsterdam")).toLocalDateTime());
            insert.setObject(8, at.atOffset(ZoneOffset.UTC));
            insert.setObject(9, notAfter.atOffset(ZoneOffset.UTC));
            insert.setString(10, state);
            insert.setObject(11, state.equals("scheduled") ? at.atOffset(ZoneOffset.UTC) : null);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return id;
    }

    void recall(UUID story, String reason) {
        Instant now = clock.instant();
        execute("INSERT INTO recall VALUES ('%s', 1, '%s', '%s', NULL, '%s')"
                .formatted(story, reason, now, now.plus(Duration.ofDays(1))));
    }

    String state(UUID publication) {
        return value("SELECT state FROM publication WHERE id = '" + publication + "'");
    }

    /** A column of a publication, as text. */
    String of(UUID publication, String column) {
        return value("SELECT " + column + " FROM publication WHERE id = '" + publication + "'");
    }

    /** The attempts as {@code kind outcome}, oldest first. */
    List<String> attempts(UUID publication) {
        return column("SELECT kind || ' ' || coalesce(outcome, '?') FROM attempt WHERE publication = '" + publication
                + "' ORDER BY number");
    }

    List<String> posts(String account) {
        return platform.posts(account).stream().map(post -> post.text()).toList();
    }

    String value(String sql) {
        List<String> values = column(sql);
        return values.isEmpty() ? null : values.get(0);
    }

    List<String> column(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void execute(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection superuser() throws SQLException {
        return postgres.getDatabase("postgres", "scheduling").getConnection();
    }

    String shop() {
        return SHOP;
    }

    @Override
    public void close() {
        platform.close();
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
