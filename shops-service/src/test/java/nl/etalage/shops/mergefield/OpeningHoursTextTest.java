package nl.etalage.shops.mergefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import nl.etalage.shops.shop.OpeningTime;
import nl.etalage.shops.shop.Weekday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTextTest {

    @Test
    void aShopWithoutHoursHasNoText() {
        assertNull(new OpeningHoursText(Phrases.DUTCH).of(List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        # case                                 | times                                                | Dutch | English
        one day                                | SAT 10:00-17:00                                      | za 10.00-17.00 uur | Sat 10:00-17:00
        an early hour has one digit            | SAT 09:05-17:00                                      | za 9.05-17.00 uur | Sat 9:05-17:00
        two days in a row are both named       | FRI 10:00-17:00, SAT 10:00-17:00                     | vr en za 10.00-17.00 uur | Fri and Sat 10:00-17:00
        three days in a row are a span         | WED 10:00-17:00, THU 10:00-17:00, FRI 10:00-17:00    | wo t/m vr 10.00-17.00 uur | Wed to Fri 10:00-17:00
        days with the same hours stand together, also apart | MON 9:00-12:00, WED 9:00-12:00, FRI 9:00-12:00 | ma, wo en vr 9.00-12.00 uur | Mon, Wed and Fri 9:00-12:00
        a lunch break                          | TUE 9:00-12:00, TUE 13:00-17:30                      | di 9.00-12.00 en 13.00-17.30 uur | Tue 9:00-12:00 and 13:00-17:30
        three stretches in one day             | TUE 8:00-9:00, TUE 10:00-11:00, TUE 12:00-13:00      | di 8.00-9.00, 10.00-11.00 en 12.00-13.00 uur | Tue 8:00-9:00, 10:00-11:00 and 12:00-13:00
        the groups stand in the order of their first day | MON 13:00-17:00, TUE 10:00-17:00, WED 13:00-17:00 | ma en wo 13.00-17.00 uur, di 10.00-17.00 uur | Mon and Wed 13:00-17:00, Tue 10:00-17:00
        the week doesn't wrap around           | MON 10:00-17:00, SAT 10:00-17:00, SUN 10:00-17:00    | ma, za en zo 10.00-17.00 uur | Mon, Sat and Sun 10:00-17:00
        """)
    void timesAreWrittenAsPeopleDo(String name, String times, String dutch, String english) {
        assertEquals(dutch, new OpeningHoursText(Phrases.DUTCH).of(times(times)), name);
        assertEquals(english, new OpeningHoursText(Phrases.ENGLISH).of(times(times)), name);
    }

    @Test
    void theUsualWeekOfAShop() {
        List<OpeningTime> week =
                times("TUE 10:00-17:30, WED 10:00-17:30, THU 10:00-17:30, FRI 10:00-17:30," + " SAT 10:00-17:00");
        assertEquals("di t/m vr 10.00-17.30 uur, za 10.00-17.00 uur", new OpeningHoursText(Phrases.DUTCH).of(week));
        assertEquals("Tue to Fri 10:00-17:30, Sat 10:00-17:00", new OpeningHoursText(Phrases.ENGLISH).of(week));
    }

    @Test
    void aLateEveningBreaksTheSpanButNotTheGroup() {
        List<OpeningTime> week =
                times("MON 10:00-18:00, TUE 10:00-18:00, WED 10:00-18:00, THU 10:00-21:00," + " FRI 10:00-18:00");
        assertEquals(
                "ma t/m wo en vr 10.00-18.00 uur, do 10.00-21.00 uur", new OpeningHoursText(Phrases.DUTCH).of(week));
    }

    @Test
    void aShopThatIsAlwaysOpenAtTheSameHoursIsOpenEveryDay() {
        List<OpeningTime> week = Arrays.stream(Weekday.values())
                .map(day -> new OpeningTime(day, LocalTime.of(10, 0), LocalTime.of(17, 0)))
                .toList();
        assertEquals("elke dag 10.00-17.00 uur", new OpeningHoursText(Phrases.DUTCH).of(week));
        assertEquals("every day 10:00-17:00", new OpeningHoursText(Phrases.ENGLISH).of(week));
    }

    private static List<OpeningTime> times(String text) {
        return Arrays.stream(text.split(",")).map(OpeningHoursTextTest::time).toList();
    }

    private static OpeningTime time(String text) {
        String[] parts = text.strip().split("[ -]");
        Weekday day = Arrays.stream(Weekday.values())
                .filter(candidate -> candidate.name().startsWith(parts[0]))
                .findFirst()
                .orElseThrow();
        return new OpeningTime(day, clock(parts[1]), clock(parts[2]));
    }

    private static LocalTime clock(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }
}
