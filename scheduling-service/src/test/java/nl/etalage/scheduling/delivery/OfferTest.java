package nl.etalage.scheduling.delivery;

import static nl.etalage.scheduling.delivery.DeliveryWorld.START;
import static nl.etalage.scheduling.delivery.DeliveryWorld.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people post by hand is offered to them, and again, and never called a failure. */
class OfferTest {

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
        world.contentIsFresh(true);
        world.execute("TRUNCATE attempt, publication, turn, channel, mail, notice, recall CASCADE");
        world.clock.set(START);
    }

    @Test
    void atItsTimeItIsThePersonsTurnAndAMailIsInLine() {
        UUID due = world.publication(world.channel("assisted"), "met de hand", START, "scheduled", UUID.randomUUID());

        run(world.worker("one"));

        assertEquals("publishing", world.state(due));
        assertEquals(List.of("offer offered"), world.attempts(due));
        assertEquals(List.of("offer"), world.column("SELECT kind FROM mail"));
    }

    @Test
    void severalCanBeInAPersonsHandsAtOnce() {
        UUID channel = world.channel("assisted");
        UUID first = world.publication(channel, "een", START, "scheduled", UUID.randomUUID());
        UUID second = world.publication(channel, "twee", START, "scheduled", UUID.randomUUID());

        run(world.worker("one"));

        assertEquals(List.of("publishing", "publishing"), List.of(world.state(first), world.state(second)));
    }

    @Test
    void aMomentThatPassedIsOfferedAgainForThreeMoreDaysAndNotCalledAFailure() {
        UUID due = world.publication(world.channel("assisted"), "geen tijd", START, "scheduled", UUID.randomUUID());
        Deliveries worker = world.worker("one");
        run(worker);

        world.clock.set(Instant.parse("2026-11-24T22:59:59Z"));
        run(worker);
        int before = world.column("SELECT id::text FROM mail").size();
        world.clock.set(Instant.parse("2026-11-24T23:00:00Z"));
        run(worker);

        assertEquals(1, before);
        assertEquals(2, world.column("SELECT id::text FROM mail").size());
        assertEquals("publishing", world.state(due));
        assertEquals(
                Instant.parse("2026-11-27T23:00:00Z").getEpochSecond(),
                Long.parseLong(world.of(due, "extract(epoch FROM not_after)::bigint")));
    }

    @Test
    void afterThreeMailsItStaysOnTheListInSilence() {
        UUID due = world.publication(world.channel("assisted"), "stil", START, "scheduled", UUID.randomUUID());
        Deliveries worker = world.worker("one");

        for (int day = 0; day < 30; day++) {
            world.runAt(worker, Duration.ofDays(day));
        }

        assertEquals("publishing", world.state(due));
        assertEquals(3, world.column("SELECT id::text FROM mail").size());
    }

    @Test
    void oneThatAnOutageHeldUpForDaysIsStillOffered() {
        UUID due = world.publication(
                world.channel("assisted"),
                "na de storing",
                START.minus(Duration.ofDays(6)),
                "scheduled",
                UUID.randomUUID());

        run(world.worker("one"));

        assertEquals("publishing", world.state(due));
    }

    @Test
    void nothingIsOfferedWhileContentIsSilent() {
        UUID due = world.publication(world.channel("assisted"), "wacht", START, "scheduled", UUID.randomUUID());
        world.contentIsFresh(false);

        run(world.worker("one"));

        assertEquals("scheduled", world.state(due));
    }
}
