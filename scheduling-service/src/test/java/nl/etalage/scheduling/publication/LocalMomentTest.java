package nl.etalage.scheduling.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import nl.etalage.problem.ProblemException;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.platform.PlatformName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMomentTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // The night the clock goes forward: 02:00 to 03:00 is skipped.
        "2027-03-28T01:59, 2027-03-28T00:59:00Z, false",
        "2027-03-28T03:00, 2027-03-28T01:00:00Z, false",
        // The night the clock goes back: 02:00 to 03:00 comes twice, and the first counts.
        "2027-10-31T01:59, 2027-10-30T23:59:00Z, false",
        "2027-10-31T02:00, 2027-10-31T00:00:00Z, true",
        "2027-10-31T02:30, 2027-10-31T00:30:00Z, true",
        "2027-10-31T02:59:59, 2027-10-31T00:59:59Z, true",
        "2027-10-31T03:00, 2027-10-31T02:00:00Z, false",
        "2026-12-05T10:00, 2026-12-05T09:00:00Z, false",
        "2027-07-05T10:00:30, 2027-07-05T08:00:30Z, false",
    })
    void aWallClockTimeIsTheInstantTheShopMeans(String local, Instant at, boolean firstOfTwo) {
        LocalMoment moment = LocalMoment.plan(local, AMSTERDAM, NOW);

        assertEquals(at, moment.at());
        assertEquals(firstOfTwo, moment.firstOfTwo());
        assertEquals(LocalDateTime.parse(local), moment.local());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28T02:00", "2027-03-28T02:30", "2027-03-28T02:59:59"})
    void aSkippedTimeIsRefusedAndTheNextValidMinuteOffered(String local) {
        ProblemException refused = assertThrows(ProblemException.class, () -> LocalMoment.plan(local, AMSTERDAM, NOW));

        assertEquals(SchedulingProblem.LOCAL_TIME_DOES_NOT_EXIST, refused.type());
        assertEquals("2027-03-28T03:00", refused.members().get("nextValid"));
        assertEquals("/localTime", refused.violations().get(0).pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T11:00", "2026-11-22T10:59:59", "2026-11-21T12:00", "0001-01-01T00:00"})
    void aMomentThatPassedIsRefused(String local) {
        ProblemException refused = assertThrows(ProblemException.class, () -> LocalMoment.plan(local, AMSTERDAM, NOW));

        assertEquals(SchedulingProblem.LOCAL_TIME_PASSED, refused.type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028-11-23T12:00", "9999-12-31T23:59"})
    void aMomentMoreThanTwoYearsAheadIsRefused(String local) {
        ProblemException refused = assertThrows(ProblemException.class, () -> LocalMoment.plan(local, AMSTERDAM, NOW));

        assertEquals(SchedulingProblem.LOCAL_TIME_TOO_FAR, refused.type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-12-05",
                "2026-12-05 10:00",
                "2026-12-05T10:00Z",
                "2026-12-05T10:00+01:00",
                "2026-13-05T10:00",
                "2026-02-30T10:00",
                "2026-12-05T24:00",
                "2026-12-05T10:00:00.5",
                "12026-12-05T10:00",
                "٢٠٢٦-12-05T10:00"
            })
    void whatIsNoLocalTimeIsRefused(String text) {
        ProblemException refused = assertThrows(ProblemException.class, () -> LocalMoment.plan(text, AMSTERDAM, NOW));

        assertEquals(SchedulingProblem.LOCAL_TIME_INVALID, refused.type());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-05T10:00, mastodon, 2026-12-05T12:00:00Z",
        // Three hours, however the clock jumps meanwhile.
        "2027-03-28T01:30, mastodon, 2027-03-28T03:30:00Z",
        "2027-10-31T02:30, mastodon, 2027-10-31T03:30:00Z",
        // The end of the third day on the shop's own calendar.
        "2026-12-05T10:00, assisted, 2026-12-07T23:00:00Z",
        "2027-03-26T10:00, assisted, 2027-03-28T22:00:00Z",
        "2027-10-29T10:00, assisted, 2027-10-31T23:00:00Z",
    })
    void aPublicationIsNeverStaleAfterItsDeadline(String local, String platform, Instant notAfter) {
        LocalMoment moment = LocalMoment.plan(local, AMSTERDAM, NOW);

        assertEquals(notAfter, Deadline.of(moment, PlatformName.of(platform)));
    }

    @Test
    void nowIsTheNextWholeSecond() {
        LocalMoment moment = LocalMoment.soon(AMSTERDAM, Instant.parse("2026-11-22T10:00:00.700Z"));

        assertEquals(Instant.parse("2026-11-22T10:00:01Z"), moment.at());
    }
}
