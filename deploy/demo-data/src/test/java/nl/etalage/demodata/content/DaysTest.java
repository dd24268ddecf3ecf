package nl.etalage.demodata.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, saturday, 2026-12-12T14:00",
        "2026-11-24T12:00:00Z, saturday, 2026-12-12T14:00",
        "2026-11-25T12:00:00Z, saturday, 2026-12-19T14:00",
        "2026-11-24T23:30:00Z, saturday, 2026-12-19T14:00"
    })
    void aMomentMovesOnToItsWeekday(Instant now, String weekday, LocalDateTime expected) {
        JsonNode moment = json("{\"inDays\": 18, \"weekday\": \"%s\", \"time\": \"14:00\"}".formatted(weekday));

        assertEquals(expected, days(now).moment(moment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-20T12:00:00Z", "2027-10-23T12:00:00Z"})
    void aPlannedTimeStaysTheSameOnTheWallWhenTheClockChanges(Instant now) {
        String localTime = days(now).localTime(json("{\"inDays\": 9, \"time\": \"10:00\"}"));

        assertEquals(LocalDate.ofInstant(now, ZONE).plusDays(9) + "T10:00", localTime);
    }

    @Test
    void aMomentSoonHasItsSeconds() {
        String localTime = days(Instant.parse("2026-11-22T05:59:50.700Z")).localTime(json("{\"inSeconds\": 20}"));

        assertEquals("2026-11-22T07:00:10", localTime);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-28T00:59:50Z",
                "2027-03-28T01:00:10Z",
                "2027-10-31T00:30:00Z",
                "2027-10-31T00:59:50Z",
                "2027-10-31T01:30:00Z",
                "2027-10-31T01:59:50Z"
            })
    void aMomentSoonLiesAheadAndExistsAlsoWhenTheClockChanges(Instant now) {
        LocalDateTime local = LocalDateTime.parse(days(now).localTime(json("{\"inSeconds\": 20}")));

        assertEquals(local, local.atZone(ZONE).toLocalDateTime(), "a wall-clock time that exists");
        assertTrue(local.atZone(ZONE).toInstant().isAfter(now), local::toString);
    }

    @Test
    void aDateIsWrittenAsPeopleSayIt() {
        assertEquals("zaterdag 12 december", Days.inWords(LocalDate.of(2026, 12, 12)));
    }

    @Test
    void aStoryGetsItsDaysInDetailsAndInEveryText() {
        JsonNode story = json(
                """
                {"key": "proeverij", "title": "Proef mee", "body": "Op [[startsAt]] in {{shop.name}}.",
                 "channelTexts": {"mastodon": "Kom op [[startsAt]]!"}, "assets": [{"file": "a.jpg"}],
                 "details": {"place": "In de winkel",
                             "startsAt": {"inDays": 18, "weekday": "saturday", "time": "14:00"}}}""");

        JsonNode request =
                new StoryText(days(Instant.parse("2026-11-22T06:00:00Z"))).request(story, List.of("asset-1"));

        assertEquals(
                json(
                        """
                        {"title": "Proef mee", "body": "Op zaterdag 12 december in {{shop.name}}.",
                         "channelTexts": {"mastodon": "Kom op zaterdag 12 december!"}, "assets": ["asset-1"],
                         "details": {"place": "In de winkel", "startsAt": "2026-12-12T14:00"}}"""),
                request);
    }

    @Test
    void aRhythmIsASentenceForPeople() {
        JsonNode rhythm = json(
                """
                {"postsPerWeek": 3, "moments": [{"day": "tuesday", "time": "12:00"},
                 {"day": "thursday", "time": "19:00"}, {"day": "saturday", "time": "09:30"}]}""");

        assertEquals(
                "3 keer per week, liefst dinsdag 12.00, donderdag 19.00 en zaterdag 09.30 uur", RhythmWords.of(rhythm));
    }

    private static Days days(Instant now) {
        return new Days(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
