package nl.etalage.scheduling.delivery;

import static nl.etalage.scheduling.delivery.DeliveryWorld.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop to try things with lets out. The channel may be older than the decision to make it one. */
class SandboxDeliveryTest {

    private static final Duration NOW = Duration.ZERO;

    private static DeliveryWorld world;

    @BeforeAll
    static void open() {
        world = DeliveryWorld.create();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void calm() {
        world.platform.clearFaults();
        world.execute("TRUNCATE attempt, publication, turn, channel, mail, notice, recall CASCADE");
        world.clock.set(DeliveryWorld.START);
    }

    @Test
    void nothingGoesToAServerThatPeopleReadAndThatShowsAsMissed() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "proef", NOW);
        world.sandbox("https://oefenplatform.example");
        Deliveries worker = world.worker("one");

        run(worker);
        String waiting = world.state(due);
        world.runAt(worker, Duration.ofDays(4));

        assertEquals("scheduled", waiting);
        assertEquals("missed", world.state(due));
        assertEquals(List.of(), world.posts(account));
        assertEquals(List.of(), world.attempts(due));
    }

    @Test
    void whatIsForTheStandInGoesOut() {
        String account = account();
        UUID due = world.scheduled(world.channel(account), "proef", NOW);
        world.sandbox(world.platform.url() + "/");

        run(world.worker("one"));

        assertEquals("published", world.state(due));
        assertEquals(List.of("proef"), world.posts(account));
    }

    @Test
    void aCallThatNeverArrivedIsNotSentAgainOnceTheShopIsOneToTryThingsWith() {
        String account = account();
        world.scheduled(world.channel(account), "proef", NOW);
        world.platform.fault(Fault.of(FaultKind.TIME_OUT)
                .on("POST /api/v1/statuses")
                .times(1)
                .forAccount(account));
        world.sandbox(world.platform.url());
        run(world.worker("one"));
        world.sandbox("https://oefenplatform.example");

        world.runAt(world.worker("one"), Duration.ofSeconds(2));

        assertEquals(List.of(), world.posts(account));
    }

    private static String account() {
        return "a" + UUID.randomUUID().toString().substring(0, 8);
    }
}
