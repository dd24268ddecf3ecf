package nl.etalage.scheduling.delivery;

import static nl.etalage.scheduling.delivery.DeliveryWorld.START;
import static nl.etalage.scheduling.delivery.DeliveryWorld.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Honest delivery: whatever the platform or the worker does, a publication is there once or its end says why not. */
class DeliveryTest {

    private static final Duration NOW = Duration.ZERO;

    /** For an answer that never comes. */
    private static final Duration NOT_LONG = Duration.ofMillis(300);

    private static DeliveryWorld world;

    @BeforeAll
    static void create() {
        world = DeliveryWorld.create();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void calm() {
        world.platform.clearFaults();
        world.waitsForAnswers(DeliveryWorld.PATIENT);
        world.contentIsFresh(true);
        world.execute("TRUNCATE attempt, publication, turn, channel, mail, notice, recall CASCADE");
        world.clock.set(START);
        world.told.clear();
    }

    private static Fault onPost(FaultKind kind) {
        return Fault.of(kind).on("POST /api/v1/statuses").times(1);
    }

    private static String account() {
        return "a" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aDuePublicationGoesOutOnceAndOneThatIsNotDueStays() {
        String account = account();
        UUID channel = world.channel(account);
        UUID due = world.scheduled(channel, "nu", NOW);
        UUID later = world.scheduled(channel, "straks", Duration.ofSeconds(1));

        run(world.worker("one"));

        assertEquals("published", world.state(due));
        assertEquals("scheduled", world.state(later));
        assertEquals(List.of("nu"), world.posts(account));
        assertNotNull(world.of(due, "permalink"));
        assertEquals(List.of("publish published"), world.attempts(due));
    }

    @Test
    void everyStepIsToldToTheFeed() {
        UUID due = world.scheduled(world.channel(account()), "nu", NOW);

        run(world.worker("one"));

        List<String> states = world.told.stream()
                .filter(event -> event.subject().equals("publication/" + due))
                .map(event -> event.data().toString().replaceAll(".*state=([a-z-]+),.*", "$1"))
                .toList();
        assertEquals(List.of("publishing", "published"), states);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"ACCEPT_THEN_TIME_OUT", "ACCEPT_THEN_CLOSE", "MALFORMED_BODY", "TIME_OUT"})
    void anUnclearAnswerIsResolvedByTheSameRequestWithTheSameKey(FaultKind kind) {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "een keer", NOW);
        world.platform.fault(onPost(kind).forAccount(account));
        Deliveries worker = world.worker("one");

        world.waitsForAnswers(NOT_LONG);
        run(worker);
        world.waitsForAnswers(DeliveryWorld.PATIENT);
        String between = world.state(due);
        world.runAt(worker, Duration.ofSeconds(2));

        assertEquals("publishing", between);
        assertEquals("published", world.state(due));
        assertEquals(List.of("een keer"), world.posts(account));
        assertEquals(List.of("publish uncertain", "seek published"), world.attempts(due));
        Set<String> keys = world.platform.requests(account).stream()
                .filter(request -> request.path().equals("/api/v1/statuses"))
                .map(request -> request.idempotencyKey())
                .collect(Collectors.toSet());
        assertEquals(1, keys.size());
    }

    @Test
    void aThrottledPublicationWaitsAsLongAsThePlatformAsks() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "rustig", NOW);
        world.platform.fault(
                onPost(FaultKind.TOO_MANY_REQUESTS).forAccount(account).retryAfter("90"));
        Deliveries worker = world.worker("one");

        run(worker);
        world.runAt(worker, Duration.ofSeconds(89));
        String tooEarly = world.state(due);
        world.runAt(worker, Duration.ofMinutes(2));

        assertEquals("scheduled", tooEarly);
        assertEquals("published", world.state(due));
        assertEquals(List.of("publish throttled", "publish published"), world.attempts(due));
        assertEquals(List.of("rustig"), world.posts(account));
    }

    @Test
    void aPlatformThatIsOverloadedIsTriedAgain() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "druk", NOW);
        world.platform.fault(onPost(FaultKind.UNAVAILABLE).forAccount(account));
        Deliveries worker = world.worker("one");

        run(worker);
        world.runAt(worker, Duration.ofMinutes(1));

        assertEquals("published", world.state(due));
        assertEquals(List.of("druk"), world.posts(account));
    }

    @Test
    void aRevokedTokenFailsAndReachesTheManagersOnce() {
        String account = account();
        UUID channel = world.channel(account);
        UUID first = world.scheduled(channel, "een", NOW);
        UUID second = world.scheduled(channel, "twee", NOW);
        world.platform.fault(
                Fault.of(FaultKind.TOKEN_REVOKED).on("POST /api/v1/statuses").forAccount(account));

        run(world.worker("one"));

        assertEquals("failed", world.state(first));
        assertEquals("failed", world.state(second));
        assertEquals("failing", world.value("SELECT state FROM channel WHERE id = '" + channel + "'"));
        assertEquals(List.of("failure"), world.column("SELECT kind FROM notice"));
        assertEquals(List.of("notice"), world.column("SELECT kind FROM mail"));
    }

    @Test
    void aChannelThatWorksAgainSaysSoAndClosesItsNotice() {
        String account = account();
        UUID channel = world.channel(account);
        world.scheduled(channel, "een", NOW);
        UUID second = world.scheduled(channel, "twee", Duration.ofMinutes(1));
        world.platform.fault(onPost(FaultKind.TOKEN_REVOKED).forAccount(account));
        Deliveries worker = world.worker("one");

        run(worker);
        world.runAt(worker, Duration.ofMinutes(1));

        assertEquals("published", world.state(second));
        assertEquals("healthy", world.value("SELECT state FROM channel WHERE id = '" + channel + "'"));
        assertEquals(List.of(), world.column("SELECT id::text FROM notice WHERE closed_at IS NULL"));
    }

    @Test
    void aRefusedTextFailsForGoodWithThePlatformsReason() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "x".repeat(501), NOW);

        run(world.worker("one"));

        assertEquals("failed", world.state(due));
        assertTrue(world.of(due, "reason").contains("platform.refused"), world.of(due, "reason"));
        assertEquals(List.of("publish refused"), world.attempts(due));
        assertNull(world.of(due, "due_at"));
    }

    @Test
    void afterACrashTheNextWorkerFindsWhatThePlatformAccepted() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "voor de klap", NOW);
        Deliveries first = world.worker("one");
        Job claimed = first.claim(1).get(0);
        // The platform takes it and the process dies before it can write that down.
        world.worker("ghost");
        CrashedCall.post(world, claimed, account);

        world.runAt(world.worker("two"), Duration.ofSeconds(14));
        String withinLease = world.state(due);
        world.runAt(world.worker("two"), Duration.ofSeconds(16));

        assertEquals("publishing", withinLease);
        assertEquals("published", world.state(due));
        assertEquals(List.of("voor de klap"), world.posts(account));
        assertEquals(List.of("publish ?", "seek published"), world.attempts(due));
    }

    @Test
    void aRestartedWorkerSeeksItsOwnUnfinishedCallAtOnce() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "herstart", NOW);
        Job claimed = world.worker("one").claim(1).get(0);
        CrashedCall.post(world, claimed, account);

        Deliveries again = world.worker("one");
        int freed = again.leases().freeThoseOf("one");
        run(again);

        assertEquals(1, freed);
        assertEquals("published", world.state(due));
        assertEquals(List.of("herstart"), world.posts(account));
    }

    @Test
    void aCrashBeforeTheCallPublishesOnceToo() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "nooit verstuurd", NOW);
        world.worker("one").claim(1);

        world.runAt(world.worker("two"), Duration.ofSeconds(16));

        assertEquals("published", world.state(due));
        assertEquals(List.of("nooit verstuurd"), world.posts(account));
    }

    @Test
    void afterTheKeyWindowItIsReadBackAndFound() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "lang weg", NOW);
        Job claimed = world.worker("one").claim(1).get(0);
        CrashedCall.post(world, claimed, account);

        world.runAt(world.worker("two"), Duration.ofMinutes(61));

        assertEquals("published", world.state(due));
        assertEquals(List.of("lang weg"), world.posts(account));
        assertEquals(
                1,
                world.platform.requests(account).stream()
                        .filter(request -> request.method().equals("POST"))
                        .count());
    }

    @Test
    void afterTheKeyWindowWhatIsProvablyAbsentIsScheduledAgainWithTheSameKey() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "nooit aangekomen", NOW);
        String key = world.of(due, "key");
        world.worker("one").claim(1);

        world.runAt(world.worker("two"), Duration.ofMinutes(61));

        assertEquals("published", world.state(due));
        assertEquals(key, world.of(due, "key"));
        assertEquals(List.of("publish ?", "seek absent", "publish published"), world.attempts(due));
        assertEquals(List.of("nooit aangekomen"), world.posts(account));
    }

    @Test
    void afterNotAfterWhatIsProvablyAbsentIsMissed() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "te laat", NOW);
        world.worker("one").claim(1);

        Deliveries second = world.worker("two");
        world.runAt(second, Duration.ofHours(4));
        run(second);

        assertEquals("missed", world.state(due));
        assertEquals(List.of(), world.posts(account));
    }

    @Test
    void whatCannotBeReadBackIsUnknownAndAfterAnHourAPersonIsAsked() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "mist", NOW);
        world.platform.fault(Fault.of(FaultKind.TIME_OUT).forAccount(account));
        world.waitsForAnswers(NOT_LONG);
        Deliveries worker = world.worker("one");
        run(worker);
        world.runAt(worker, Duration.ofSeconds(2));
        String early = world.state(due);

        for (int minute = 1; minute <= 75; minute += 6) {
            world.runAt(worker, Duration.ofMinutes(minute));
        }

        assertEquals("unknown", early);
        assertEquals("unknown", world.state(due));
        assertNull(world.of(due, "due_at"));
        assertEquals(List.of("task"), world.column("SELECT kind FROM notice"));
    }

    @Test
    void aWorkerThatLostItsLeaseWritesNothing() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "ingehaald", NOW);
        Deliveries slow = world.worker("slow");
        Job claimed = slow.claim(1).get(0);
        world.runAt(world.worker("quick"), Duration.ofSeconds(16));
        String version = world.of(due, "version");

        slow.perform(claimed);

        assertEquals(version, world.of(due, "version"));
        assertEquals("published", world.state(due));
        assertEquals(List.of("ingehaald"), world.posts(account));
    }

    @Test
    void aLeaseThatIsRenewedIsNotTaken() {
        UUID due = world.scheduled(world.channel(account()), "bezig", NOW);
        Deliveries busy = world.worker("busy");
        busy.claim(1);
        world.clock.set(START.plusSeconds(14));
        busy.leases().renew();

        world.clock.set(START.plusSeconds(20));
        List<Job> taken = world.worker("other").claim(5);

        assertEquals(List.of(), taken);
        assertEquals("publishing", world.state(due));
    }

    @Test
    void twoWorkersPublishTwoHundredOnceEach() throws InterruptedException {
        List<String> accounts = new ArrayList<>();
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            String account = account();
            accounts.add(account);
            UUID channel = world.channel(account);
            for (int j = 0; j < 10; j++) {
                String text = "bericht " + i + "." + j;
                texts.add(text);
                world.scheduled(channel, text, NOW);
            }
        }
        CountDownLatch done = new CountDownLatch(4);

        for (int thread = 0; thread < 4; thread++) {
            Deliveries worker = world.worker(thread % 2 == 0 ? "one" : "two");
            new Thread(() -> {
                        run(worker);
                        run(worker);
                        done.countDown();
                    })
                    .start();
        }

        assertTrue(done.await(120, TimeUnit.SECONDS));
        run(world.worker("one"));
        List<String> posted = accounts.stream()
                .flatMap(account -> world.posts(account).stream())
                .sorted()
                .toList();
        assertEquals(List.copyOf(texts), posted);
        assertEquals("200", world.value("SELECT count(*) FROM publication WHERE state = 'published'"));
        assertEquals("200", world.value("SELECT count(*) FROM attempt"));
    }

    @Test
    void onAChannelOnlyOneCallRunsAtATime() {
        UUID channel = world.channel(account());
        world.scheduled(channel, "een", NOW);
        world.scheduled(channel, "twee", NOW);

        List<Job> first = world.worker("one").claim(8);
        List<Job> second = world.worker("two").claim(8);

        assertEquals(1, first.size());
        assertEquals(List.of(), second);
    }

    @Test
    void theMinimumGapOfAChannelIsKept() {
        String account = account();
        UUID channel = world.channel(account, Duration.ofMinutes(10));
        world.scheduled(channel, "een", NOW);
        world.scheduled(channel, "twee", NOW);
        Deliveries worker = world.worker("one");

        run(worker);
        world.runAt(worker, Duration.ofMinutes(9));
        int before = world.posts(account).size();
        world.runAt(worker, Duration.ofMinutes(10));

        assertEquals(1, before);
        assertEquals(2, world.posts(account).size());
    }

    @Test
    void afterAnOutageWhatIsTooLateIsMissedAndTheRestDoesNotBurst() {
        String account = account();
        UUID channel = world.channel(account);
        UUID stale = world.scheduled(channel, "van gisteren", Duration.ofHours(-4));
        world.scheduled(channel, "een", Duration.ofMinutes(-20));
        world.scheduled(channel, "twee", Duration.ofMinutes(-10));
        world.scheduled(channel, "drie", Duration.ofMinutes(-5));
        Deliveries worker = world.worker("one");

        run(worker);
        int atOnce = world.posts(account).size();
        world.runAt(worker, Duration.ofSeconds(40));
        int afterTheGap = world.posts(account).size();
        world.runAt(worker, Duration.ofSeconds(80));

        assertEquals("missed", world.state(stale));
        assertEquals(1, atOnce);
        assertEquals(2, afterTheGap);
        // Newest first: the order people planned is the order they went out in.
        assertEquals(List.of("drie", "twee", "een"), world.posts(account));
    }

    @Test
    void nothingGoesOutWhileContentIsSilentAndNotAfterDecides() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "wachten", NOW);
        UUID late = world.scheduled(world.channel(account()), "verlopen", Duration.ofHours(-2));
        world.contentIsFresh(false);
        Deliveries worker = world.worker("one");

        run(worker);
        String waiting = world.state(due);
        world.runAt(worker, Duration.ofMinutes(61));
        world.contentIsFresh(true);
        run(worker);

        assertEquals("scheduled", waiting);
        assertEquals("missed", world.state(late));
        assertEquals("published", world.state(due));
    }

    @Test
    void whatNobodyApprovedInTimeIsMissed() {
        UUID waiting =
                world.publication(world.channel(account()), "akkoord?", START, "awaiting-approval", UUID.randomUUID());
        Deliveries worker = world.worker("one");

        world.runAt(worker, Duration.ofMinutes(179));
        String before = world.state(waiting);
        world.runAt(worker, Duration.ofHours(3));

        assertEquals("awaiting-approval", before);
        assertEquals("missed", world.state(waiting));
    }

    @Test
    void aHostThatKeepsFailingIsLeftAloneForAWhile() {
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String account = account();
            accounts.add(account);
            world.scheduled(world.channel(account), "bericht", Duration.ofSeconds(i - 10));
            world.platform.fault(Fault.of(FaultKind.ACCEPT_THEN_CLOSE).forAccount(account));
        }
        Deliveries worker = world.worker("one");
        for (int i = 0; i < 5; i++) {
            worker.claim(1).forEach(worker::perform);
        }

        List<Job> paused = worker.claim(8);
        world.platform.clearFaults();
        world.runAt(worker, Duration.ofSeconds(31));

        assertEquals(List.of(), paused);
        for (String account : accounts) {
            assertEquals(List.of("bericht"), world.posts(account));
        }
    }

    @Test
    void aDisconnectedChannelPublishesNothing() {
        UUID channel = world.channel(account());
        UUID due = world.scheduled(channel, "los", NOW);
        world.execute("UPDATE channel SET state = 'disconnected', credentials = NULL, credentials_key_id = NULL");

        run(world.worker("one"));

        assertEquals("scheduled", world.state(due));
    }

    @Test
    void credentialsThatNoKeyOpensFailVisiblyAndNotForEver() {
        UUID channel = world.channel(account());
        UUID due = world.scheduled(channel, "gesloten kluis", NOW);
        world.execute("UPDATE channel SET credentials_key_id = 'vergeten'");

        run(world.worker("one"));

        assertEquals("failed", world.state(due));
        assertTrue(world.of(due, "reason").contains("credentials-unreadable"));
        assertEquals("failing", world.value("SELECT state FROM channel WHERE id = '" + channel + "'"));
    }

    @Test
    void manyMissedMomentsOfOneOutageAreOneMail() {
        UUID channel = world.channel(account());
        for (int i = 0; i < 5; i++) {
            world.scheduled(channel, "gemist " + i, Duration.ofHours(-4));
        }

        run(world.worker("one"));

        assertEquals("5", world.value("SELECT count(*) FROM publication WHERE state = 'missed'"));
        assertEquals("1", world.value("SELECT count(*) FROM mail"));
    }

    @Test
    void aClosedShopPublishesNothing() {
        UUID due = world.scheduled(world.channel(account()), "gesloten", NOW);
        world.execute("UPDATE shop SET state = 'closed'");
        try {
            run(world.worker("one"));
        } finally {
            world.execute("UPDATE shop SET state = 'active'");
        }

        assertEquals("scheduled", world.state(due));
    }

    @Test
    void theNextDueMomentIsKnown() {
        world.scheduled(world.channel(account()), "straks", Duration.ofSeconds(90));

        Instant next = world.worker("one").nextDue().orElseThrow();

        assertEquals(START.plusSeconds(90), next);
    }
}
