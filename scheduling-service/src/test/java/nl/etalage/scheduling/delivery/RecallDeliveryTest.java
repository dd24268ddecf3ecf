package nl.etalage.scheduling.delivery;

import static nl.etalage.scheduling.delivery.DeliveryWorld.START;
import static nl.etalage.scheduling.delivery.DeliveryWorld.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recall with proof: what was planned stops, what is live is taken away or is somebody's task. */
class RecallDeliveryTest {

    private static DeliveryWorld world;
    private final UUID story = UUID.randomUUID();
    private final String account = "a" + UUID.randomUUID().toString().substring(0, 8);

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
        world.execute(
                "TRUNCATE attempt, publication, turn, channel, mail, notice, recall, picture_end, dropped_picture, picture_recall CASCADE");
        world.clock.set(START);
    }

    @Test
    void theRecallRowAloneStopsAClaim() {
        UUID due = world.publication(world.channel(account), "fout", START, "scheduled", story);
        world.recall(story, "mistake");

        run(world.worker("one"));

        assertEquals("scheduled", world.state(due));
        assertEquals(List.of(), world.posts(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "awaiting-approval", "scheduled"})
    void whatWasPlannedIsRecalledAndSaysWhy(String state) {
        UUID planned = world.publication(world.channel(account), "fout", START.plusSeconds(3600), state, story);
        UUID other =
                world.publication(world.channel(account), "goed", START.plusSeconds(3600), state, UUID.randomUUID());
        world.recall(story, "consent-withdrawn");

        world.sweepRecalls();

        assertEquals("recalled", world.state(planned));
        assertTrue(world.of(planned, "reason").contains("recalled.consent-withdrawn"));
        assertEquals(state, world.state(other));
    }

    @Test
    void whatIsLiveIsTakenAwayFromThePlatform() {
        UUID live = world.publication(world.channel(account), "fout", START, "scheduled", story);
        Deliveries worker = world.worker("one");
        run(worker);
        int before = world.posts(account).size();
        world.recall(story, "mistake");

        world.sweepRecalls();
        run(worker);

        assertEquals(1, before);
        assertEquals(List.of(), world.posts(account));
        assertEquals("removed", world.state(live));
        assertEquals("done", world.of(live, "removal"));
        assertEquals(List.of("publish published", "remove removed"), world.attempts(live));
    }

    @Test
    void aRemovalThatThePlatformRefusesIsATaskForAPersonAndIsNotAskedAgain() {
        UUID live = world.publication(world.channel(account), "fout", START, "scheduled", story);
        Deliveries worker = world.worker("one");
        run(worker);
        world.platform.fault(Fault.of(FaultKind.TOKEN_REVOKED).forAccount(account));
        world.recall(story, "mistake");

        world.sweepRecalls();
        run(worker);
        world.sweepRecalls();

        assertEquals("published", world.state(live));
        assertEquals("refused", world.of(live, "removal"));
        assertEquals(List.of("task"), world.column("SELECT kind FROM notice"));
    }

    @Test
    void aRemovalThatFailsForNowIsTriedAgain() {
        UUID live = world.publication(world.channel(account), "fout", START, "scheduled", story);
        Deliveries worker = world.worker("one");
        run(worker);
        world.platform.fault(Fault.of(FaultKind.UNAVAILABLE).forAccount(account).times(1));
        world.recall(story, "mistake");

        world.sweepRecalls();
        run(worker);
        String first = world.state(live);
        world.runAt(worker, Duration.ofMinutes(2));

        assertEquals("removing", first);
        assertEquals("removed", world.state(live));
    }

    @Test
    void whatMayBeLiveIsSoughtAndTakenAway() {
        UUID unsure = world.publication(world.channel(account), "misschien", START, "scheduled", story);
        Deliveries worker = world.worker("one");
        CrashedCall.post(world, worker.claim(1).get(0), account);
        world.execute("UPDATE publication SET state = 'unknown', lease = NULL, due_at = NULL");
        world.recall(story, "safety");

        world.sweepRecalls();
        run(worker);

        assertEquals("removed", world.state(unsure));
        assertEquals(List.of(), world.posts(account));
    }

    @Test
    void aCallUnderWayWhenTheRecallComesIsNotSentAgainButFoundAndTakenAway() {
        UUID crashed = world.publication(world.channel(account), "onderweg", START, "scheduled", story);
        CrashedCall.post(world, world.worker("one").claim(1).get(0), account);
        world.recall(story, "mistake");
        Deliveries next = world.worker("two");

        world.sweepRecalls();
        world.runAt(next, Duration.ofSeconds(16));
        world.sweepRecalls();
        run(next);

        assertEquals("removed", world.state(crashed));
        assertEquals(
                1,
                world.platform.requests(account).stream()
                        .filter(request -> request.method().equals("POST"))
                        .count());
    }

    @Test
    void aStoryThatIsMerelyOverStopsWhatIsPlannedAndLeavesWhatIsOutThere() {
        UUID channel = world.channel(account);
        UUID live = world.publication(channel, "was goed", START, "scheduled", story);
        Deliveries worker = world.worker("one");
        run(worker);
        UUID planned = world.publication(channel, "te laat", START.plusSeconds(3600), "scheduled", story);
        world.recall(story, "expired");

        world.sweepRecalls();
        run(worker);

        assertEquals("published", world.state(live));
        assertEquals("recalled", world.state(planned));
        assertEquals(1, world.posts(account).size());
    }

    @Test
    void somethingThatAPersonHasInHandBecomesTheirTask() {
        UUID offered = world.publication(world.channel("assisted"), "niet meer", START, "scheduled", story);
        Deliveries worker = world.worker("one");
        run(worker);
        world.recall(story, "mistake");

        world.sweepRecalls();
        world.runAt(worker, Duration.ofDays(10));

        assertEquals("removing", world.state(offered));
        assertEquals("requested", world.of(offered, "removal"));
        assertEquals(List.of("offer", "withdrawal"), world.column("SELECT kind FROM mail ORDER BY id"));
        assertEquals(List.of("task"), world.column("SELECT kind FROM notice"));
    }

    @Test
    void aPictureThatEndedAloneStopsAClaimAndAnOffer() {
        UUID due = world.publication(world.channel(account), "met foto", START, "scheduled", story);
        UUID offer = world.publication(world.channel("assisted"), "met foto", START, "scheduled", story);
        world.pictureEnds(world.showsPicture(due), "consent-withdrawn");
        world.pictureEnds(world.showsPicture(offer), "consent-withdrawn");

        run(world.worker("one"));

        assertEquals("scheduled", world.state(due));
        assertEquals("scheduled", world.state(offer));
        assertEquals(List.of(), world.posts(account));
        assertEquals(List.of(), world.column("SELECT kind FROM mail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "awaiting-approval", "scheduled"})
    void whatIsPlannedWithAPictureThatEndedIsRecalledAndTheShopHearsItOnce(String state) {
        UUID channel = world.channel(account);
        UUID planned = world.publication(channel, "met foto", START.plusSeconds(3600), state, story);
        UUID other = world.publication(channel, "met een andere", START.plusSeconds(3600), state, story);
        UUID picture = world.showsPicture(planned);
        world.showsPicture(other);
        UUID again = world.publication(channel, "nog eens", START.plusSeconds(7200), state, story);
        world.execute("UPDATE publication SET assets = (SELECT assets FROM publication WHERE id = '" + planned
                + "') WHERE id = '" + again + "'");
        world.pictureEnds(picture, "licence-ended");

        world.sweepRecalls();
        world.sweepRecalls();

        assertEquals("recalled", world.state(planned));
        assertEquals("recalled", world.state(again));
        assertTrue(world.of(planned, "reason").contains("recalled.picture.licence-ended"));
        assertEquals(state, world.state(other));
        assertEquals(
                List.of("picture/" + picture + "/ended " + planned),
                world.column("SELECT cause || ' ' || publication FROM notice"));
        assertEquals(List.of("notice"), world.column("SELECT kind FROM mail"));
    }

    @Test
    void whatIsLiveWithAPictureThatEndedIsTakenAwayAndAPersonIsAskedForWhatTheyPosted() {
        UUID live = world.publication(world.channel(account), "met foto", START, "scheduled", story);
        UUID offered = world.publication(world.channel("assisted"), "met foto", START, "scheduled", story);
        Deliveries worker = world.worker("one");
        run(worker);
        assertEquals("published", world.state(live));
        world.pictureEnds(world.showsPicture(live), "consent-withdrawn");
        world.pictureEnds(world.showsPicture(offered), "consent-withdrawn");

        world.sweepRecalls();
        run(worker);

        assertEquals("removed", world.state(live));
        assertEquals(List.of(), world.posts(account));
        assertEquals("removing", world.state(offered));
        assertEquals(
                List.of("task.take-away-picture"),
                world.column(
                        "SELECT text ->> 'key' FROM notice WHERE kind = 'task' AND publication = '" + offered + "'"));
    }

    @Test
    void aStoryThatWasTakenBackIsTheReasonThatIsGivenBeforeItsPicture() {
        UUID planned =
                world.publication(world.channel(account), "met foto", START.plusSeconds(3600), "scheduled", story);
        world.pictureEnds(world.showsPicture(planned), "consent-withdrawn");
        world.recall(story, "consent-withdrawn");

        world.sweepRecalls();

        assertEquals("recalled", world.state(planned));
        assertTrue(world.of(planned, "reason").contains("\"recalled.consent-withdrawn\""), world.of(planned, "reason"));
        assertEquals(List.of(), world.column("SELECT cause FROM notice"));
    }

    @Test
    void aPictureThatACriticalCorrectionTookOutStopsWhatWasMadeBeforeItAndNothingElse() {
        UUID channel = world.channel(account);
        UUID due = world.publication(channel, "met de oude foto", START, "scheduled", story);
        UUID picture = world.showsPicture(due);
        String sameStory = "UPDATE publication SET assets = (SELECT assets FROM publication WHERE id = '" + due + "')";
        UUID anew = world.publication(channel, "weer met die foto", START.plusSeconds(3600), "scheduled", story);
        world.execute(sameStory + ", revision = 2 WHERE id = '" + anew + "'");
        UUID elsewhere =
                world.publication(channel, "ander verhaal", START.plusSeconds(3600), "scheduled", UUID.randomUUID());
        world.execute(sameStory + " WHERE id = '" + elsewhere + "'");
        UUID without = world.publication(channel, "zonder foto", START.plusSeconds(3600), "scheduled", story);
        world.pictureDropped(story, picture, 2);

        run(world.worker("one"));
        String before = world.state(due);
        world.sweepRecalls();

        assertEquals("scheduled", before);
        assertEquals(List.of(), world.posts(account));
        assertEquals("recalled", world.state(due));
        assertTrue(world.of(due, "reason").contains("recalled.picture.mistake"));
        for (UUID other : List.of(anew, elsewhere, without)) {
            assertEquals("scheduled", world.state(other));
        }
        assertEquals(
                List.of(story + " " + picture + " 1 mistake"),
                world.column("SELECT story || ' ' || asset || ' ' || revision || ' ' || reason FROM picture_recall"));
        assertEquals(List.of("picture-ended.mistake"), world.column("SELECT text ->> 'key' FROM notice"));
    }

    @Test
    void whatIsLiveWithAPictureThatACriticalCorrectionTookOutIsTakenAway() {
        UUID live = world.publication(world.channel(account), "met de oude foto", START, "scheduled", story);
        Deliveries worker = world.worker("one");
        run(worker);
        assertEquals("published", world.state(live));
        world.pictureDropped(story, world.showsPicture(live), 2);

        world.sweepRecalls();
        run(worker);

        assertEquals("removed", world.state(live));
        assertEquals(List.of(), world.posts(account));
    }

    @Test
    void aPictureThatMayBeUsedAgainStopsNothing() {
        UUID due = world.publication(world.channel(account), "weer goed", START, "scheduled", story);
        UUID picture = world.showsPicture(due);
        world.pictureEnds(picture, "consent-withdrawn");
        world.execute("UPDATE picture_end SET lifted_at = at");

        world.sweepRecalls();

        assertEquals(
                List.of(due),
                world.worker("one").claim(1).stream().map(Job::publication).toList());
    }
}
