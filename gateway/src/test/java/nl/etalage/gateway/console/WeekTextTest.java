package nl.etalage.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.etalage.gateway.console.JoinClient.OpeningTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening hours as volunteers write them. */
class WeekTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            10.00-17.30          | 10:00 17:30
            10:00 - 17:30        | 10:00 17:30
            9-17                 | 09:00 17:00
            9.30 tot 17.00 uur   | 09:30 17:00
            10.00–17.30          | 10:00 17:30
            """)
    void oneStretchCanBeWrittenInManyWays(String line, String expected) {
        assertEquals(List.of(expected), stretches(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.00-12.30, 13.30-17.30", "10.00-12.30 en 13.30-17.30", "10:00-12:30; 13:30-17:30"})
    void aBreakMakesTwoStretches(String line) {
        assertEquals(List.of("10:00 12:30", "13:30 17:30"), stretches(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "gesloten", "Dicht", "closed", "-"})
    void closedIsNoStretch(String line) {
        assertEquals(List.of(), stretches(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"op afspraak", "25.00-26.00", "10.00", "10.00-", "10.75-12.00", "10-12-14"})
    void whatIsUnclearIsNamedByItsDay(String line) {
        assertEquals(List.of("tuesday"), WeekText.unclear(Map.of("tuesday", line)));
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        List<OpeningTime> times = List.of(
                new OpeningTime("tuesday", "10:00", "12:30"),
                new OpeningTime("tuesday", "13:30", "17:30"),
                new OpeningTime("saturday", "10:00", "17:00"));
        assertEquals(times, WeekText.read(new HashMap<>(WeekText.write(times))));
    }

    private static List<String> stretches(String line) {
        return WeekText.read(Map.of("monday", line)).stream()
                .map(time -> time.opens() + " " + time.closes())
                .toList();
    }
}
