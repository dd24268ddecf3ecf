package nl.etalage.shops.shop;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;
import nl.etalage.shops.validation.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopRulesTest {

    private final Description description = new Description();

    @ParameterizedTest
    @ValueSource(strings = {"zeist", "wereldwinkel-2", "a", "9"})
    void aSlugIsWordsJoinedByHyphens(String slug) {
        description.slug = slug;
        assertDoesNotThrow(this::check);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Zeist", "wereld winkel", "-zeist", "zeist-", "a--b", "zéist", "zeist\n", "a/b", "..", "😀"})
    void anythingElseIsNoSlug(String slug) {
        description.slug = slug;
        assertPointers("/slug");
    }

    @Test
    void aSlugEndsSomewhere() {
        description.slug = "a".repeat(61);
        assertPointers("/slug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Amsterdam", "America/Argentina/Buenos_Aires", "Pacific/Chatham"})
    void aZoneIsAPlace(String zone) {
        description.timeZone = zone;
        assertDoesNotThrow(this::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CET", "+01:00", "GMT+1", "Etc/GMT-1", "Europe/Zeist", "europe/amsterdam", "", "Z"})
    void anOffsetOrANonexistentPlaceIsNoZone(String zone) {
        description.timeZone = zone;
        assertPointers("/timeZone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "nederlands", "nl_NL", "", "n", "-"})
    void aLocaleIsALanguageTag(String locale) {
        description.locale = locale;
        assertPointers("/locale");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//zeist.example",
                "zeist.example",
                "https://",
                "ftp://zeist.example/",
                "https://user:secret@zeist.example/",
                "https://zeist.example/ met spatie",
                ""
            })
    void aWebsiteIsAWholeWebAddressWithoutSecrets(String url) {
        description.website = url;
        assertPointers("/website");
    }

    @Test
    void onlyLandelijkIsCentralAndItIsNothingElse() {
        description.slug = "landelijk";
        assertPointers("/kind");
        description.kind = ShopKind.CENTRAL;
        assertDoesNotThrow(this::check);
        description.slug = "zeist";
        assertPointers("/kind");
    }

    @Test
    void aStretchOfOpeningHoursClosesAfterItOpens() {
        description.openingHours = List.of(time(Weekday.MONDAY, 10, 10), time(Weekday.TUESDAY, 17, 10));
        assertPointers("/openingHours/0/closes", "/openingHours/1/closes");
    }

    @Test
    void stretchesOfOneDayDoNotOverlapButMayTouch() {
        description.openingHours =
                List.of(time(Weekday.MONDAY, 9, 12), time(Weekday.MONDAY, 12, 17), time(Weekday.TUESDAY, 11, 13));
        assertDoesNotThrow(this::check);
        description.openingHours = List.of(time(Weekday.MONDAY, 9, 13), time(Weekday.MONDAY, 12, 17));
        assertPointers("/openingHours/1");
    }

    @Test
    void anIncompleteStretchIsPointedAt() {
        description.openingHours = Arrays.asList(null, new OpeningTime(null, LocalTime.NOON, null));
        assertPointers("/openingHours/0", "/openingHours/1/day", "/openingHours/1/closes");
    }

    @Test
    void openingHoursAreKeptInTheOrderOfTheWeek() {
        List<OpeningTime> ordered = OpeningTimes.inOrder(
                List.of(time(Weekday.SUNDAY, 10, 11), time(Weekday.MONDAY, 13, 17), time(Weekday.MONDAY, 9, 12)));
        assertEquals(
                List.of(time(Weekday.MONDAY, 9, 12), time(Weekday.MONDAY, 13, 17), time(Weekday.SUNDAY, 10, 11)),
                ordered);
    }

    @Test
    void aRhythmIsWithinReason() {
        description.rhythm = new Rhythm(51, Arrays.asList(null, new Rhythm.Moment(Weekday.FRIDAY, null)));
        assertPointers("/rhythm/postsPerWeek", "/rhythm/moments/0", "/rhythm/moments/1/time");
    }

    @Test
    void aMomentStandsOnceInARhythm() {
        Rhythm.Moment moment = new Rhythm.Moment(Weekday.FRIDAY, LocalTime.of(10, 0));
        description.rhythm = new Rhythm(2, List.of(moment, moment));
        assertPointers("/rhythm/moments/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phone", "phone number", "phone-number", "9lives", "", "a/b~c"})
    void theKeyOfAFieldIsOneWord(String key) {
        description.fields = Map.of(key, "030 123 45 67");
        assertPointers("/fields/" + key.replace("~", "~0").replace("/", "~1"));
    }

    @Test
    void profilesAndFieldsAreNotEndless() {
        description.fields = IntStream.range(0, 51)
                .mapToObj(number -> "key" + number)
                .collect(Collectors.toMap(key -> key, key -> "value"));
        description.profiles = Map.of("mastodon", "x".repeat(301));
        assertPointers("/fields", "/profiles/mastodon");
    }

    @Test
    void aNameIsOneLineOfText() {
        description.name = "Wereldwinkel\nZeist";
        assertPointers("/name");
        description.name = "  ";
        assertPointers("/name");
        description.name = "x".repeat(101);
        assertPointers("/name");
    }

    private void assertPointers(String... pointers) {
        ProblemException problem = assertThrows(ProblemException.class, this::check);
        assertEquals(HttpProblem.INVALID_INPUT, problem.type());
        assertEquals(
                Arrays.stream(pointers).sorted().toList(),
                problem.violations().stream().map(Violation::pointer).sorted().toList());
    }

    private void check() {
        Findings findings = new Findings();
        ShopRules.check(description.document(), findings);
        findings.throwIfAny();
    }

    private static OpeningTime time(Weekday day, int opens, int closes) {
        return new OpeningTime(day, LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }

    /** A description that is right until a test spoils something. */
    private static final class Description {

        private String slug = "zeist";
        private ShopKind kind = ShopKind.SHOP;
        private String name = "Wereldwinkel Zeist";
        private String timeZone = "Europe/Amsterdam";
        private String locale = "nl";
        private String website = "https://zeist.example/";
        private Map<String, String> profiles = Map.of();
        private List<OpeningTime> openingHours = List.of();
        private Rhythm rhythm;
        private Map<String, String> fields = Map.of();

        private ShopDocument document() {
            return new ShopDocument(
                    slug,
                    kind,
                    name,
                    "Zeist",
                    timeZone,
                    locale,
                    website,
                    null,
                    profiles,
                    openingHours,
                    rhythm,
                    List.of(),
                    fields,
                    ShopState.ACTIVE,
                    false,
                    0L);
        }
    }
}
