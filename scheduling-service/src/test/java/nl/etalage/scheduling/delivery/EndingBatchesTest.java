package nl.etalage.scheduling.delivery;

import static nl.etalage.scheduling.delivery.DeliveryWorld.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shops hear of what ends in batches, and each of them once. */
class EndingBatchesTest {

    private static final Instant END = START.plus(Duration.ofDays(20));

    private static DeliveryWorld world;
    private final UUID story = UUID.randomUUID();

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
        world.execute("TRUNCATE attempt, publication, turn, channel, mail, notice, recall, ending, adaptation CASCADE");
        world.clock.set(START);
    }

    private void ends(int days) {
        world.execute(
                "INSERT INTO ending (kind, subject, ends_at, days, reason, heard_at) VALUES ('story', '%s', '%s', %d, '%s', '%s')"
                        .formatted(story, END, days, "consent-ends", START));
    }

    private void planned(String shop, String state, Duration after) {
        UUID publication =
                world.publication(world.channel("a" + shop), "Thee van " + shop, START.plus(after), state, story);
        world.execute("UPDATE publication SET shop = '" + shop + "' WHERE id = '" + publication + "'");
    }

    private List<String> told() {
        return world.column("SELECT shop FROM notice WHERE closed_at IS NULL ORDER BY id");
    }

    @Test
    void aBatchTellsSoManyShopsAndTheNextGoesOnWhereItEnded() {
        for (String shop : List.of("ee", "aa", "cc", "bb", "dd")) {
            planned(shop, "published", Duration.ZERO);
            planned(shop, "scheduled", Duration.ofDays(3));
        }
        ends(30);

        assertTrue(world.tellEndings(2));
        assertEquals(List.of("aa", "bb"), told());
        assertTrue(world.tellEndings(2));
        assertTrue(world.tellEndings(2));
        assertFalse(world.tellEndings(2));

        assertEquals(List.of("aa", "bb", "cc", "dd", "ee"), told());
        assertEquals("5", world.value("SELECT count(*) FROM mail WHERE kind = 'notice'"));
    }

    @Test
    void onlyShopsThatPlannedOrPublishedItHear() {
        planned("af", "cancelled", Duration.ofDays(3));
        planned("mis", "missed", Duration.ZERO);
        planned("ja", "awaiting-approval", Duration.ofDays(3));
        ends(30);

        world.tellEndings(100);

        assertEquals(List.of("ja"), told());
    }

    @Test
    void theLaterWarningTakesThePlaceOfTheFirstAndTheEndClosesIt() {
        planned("aa", "published", Duration.ZERO);
        ends(30);
        world.tellEndings(100);
        ends(7);
        world.tellEndings(100);

        assertEquals(
                List.of("story/" + story + "/ending/" + END + "/7"),
                world.column("SELECT cause FROM notice WHERE closed_at IS NULL"));
        assertEquals("2", world.value("SELECT count(*) FROM notice"));
        world.clock.set(END.minusSeconds(1));
        assertEquals(0, world.closeEndings());
        world.clock.set(END);
        assertEquals(1, world.closeEndings());
        assertEquals(List.of(), told());
    }

    @Test
    void anEndThatWasMovedTakesThePlaceOfTheFormer() {
        planned("aa", "published", Duration.ZERO);
        ends(30);
        world.tellEndings(100);
        Instant sooner = END.minus(Duration.ofDays(9));
        world.execute(
                "INSERT INTO ending (kind, subject, ends_at, days, reason, heard_at) VALUES ('story', '%s', '%s', %d, '%s', '%s')"
                        .formatted(story, sooner, 30, "consent-ends", START));
        world.tellEndings(100);

        assertEquals(
                List.of("story/" + story + "/ending/" + sooner + "/30"),
                world.column("SELECT cause FROM notice WHERE closed_at IS NULL"));
    }

    @Test
    void whatWasToldOfAnEndThatIsNoneAnyMoreIsClosedAtEveryShopAndForgotten() {
        for (String shop : List.of("aa", "bb", "cc", "dd", "ee")) {
            planned(shop, "published", Duration.ZERO);
        }
        ends(30);
        world.tellEndings(100);
        assertEquals(5, told().size());
        world.execute("UPDATE ending SET taken_back = true");

        world.takeBackEndings(2);

        assertEquals(List.of(), told());
        assertEquals("0", world.value("SELECT count(*) FROM ending"));
        assertFalse(world.tellEndings(100));
    }

    @Test
    void whoHasAVersionHearsByTheTitleAndWhoPostedByTheirOwnWords() {
        planned("bb", "scheduled", Duration.ofDays(3));
        for (String shop : List.of("aa", "bb", "cc")) {
            world.execute("INSERT INTO adaptation VALUES (gen_random_uuid(), '%s', '%s', 1, '%s', 1)"
                    .formatted(shop, story, shop.equals("cc") ? "recalled" : "open"));
        }
        ends(30);
        world.execute("UPDATE ending SET title = 'Thee uit Nepal'");

        assertTrue(world.tellEndings(1));
        assertTrue(world.tellEndings(1));
        world.tellEndings(1);

        assertEquals(
                List.of("aa Thee uit Nepal", "bb Thee van bb"),
                world.column("SELECT shop || ' ' || (text -> 'arguments' ->> 0) FROM notice ORDER BY shop"));
    }

    @Test
    void nobodyIsWarnedOfWhatIsOverOrTakenBack() {
        planned("aa", "published", Duration.ZERO);
        ends(30);
        world.recall(story, "mistake");
        assertFalse(world.tellEndings(100));
        world.execute("TRUNCATE recall");
        world.clock.set(END);

        assertFalse(world.tellEndings(100));
        assertEquals(List.of(), told());
    }

    @Test
    void theFirstThreeThatAreTooLateAreNamedAndTheOthersCounted() {
        for (int day = 25; day > 19; day--) {
            planned("aa", day == 24 ? "published" : "scheduled", Duration.ofDays(day));
        }
        planned("aa", "scheduled", Duration.ofDays(19));
        ends(7);

        world.tellEndings(100);

        assertEquals("ending.consent-ends.planned-more", world.value("SELECT text ->> 'key' FROM notice"));
        assertEquals(
                List.of(
                        "Thee van aa",
                        "12-12-2026",
                        "12-12-2026 11:00 (aaa), 13-12-2026 11:00 (aaa), 14-12-2026 11:00 (aaa)",
                        "2"),
                world.column("SELECT jsonb_array_elements_text(text -> 'arguments') FROM notice"));
        assertEquals(
                world.value("SELECT id FROM publication WHERE at = '" + END + "'"),
                world.value("SELECT publication FROM notice"));
    }
}
