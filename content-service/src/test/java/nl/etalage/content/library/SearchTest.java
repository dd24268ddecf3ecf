package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.content.Network;
import nl.etalage.content.TestSettings;
import nl.etalage.content.story.Season;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching, choosing and ordering. What is found well enough is in {@link SearchQualityTest}. */
@QuarkusTest
class SearchTest {

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    @AfterEach
    void timeGoesOn() {
        TestSettings.timeGoesOn();
    }

    private static Response ask(String shop, String query) {
        return machine(shop).get("/api/v1/library?limit=100&shop=" + shop + query);
    }

    private static List<String> walk(String shop, String query) {
        List<String> read = new ArrayList<>();
        String token = "";
        while (token != null) {
            Response page = machine(shop).get("/api/v1/library?limit=2&shop=" + shop + query + token);
            page.then().statusCode(200);
            read.addAll(page.path("items.id"));
            String next = page.path("nextPageToken");
            token = next == null ? null : "&pageToken=" + next;
        }
        assertEquals(read.stream().distinct().toList(), read);
        return read;
    }

    private static String story(String group, String members) {
        return released("\"body\": \"Tekst.\", \"targetGroups\": [\"%s\"], %s".formatted(group, members));
    }

    @Test
    void theWordItselfComesBeforeWhatOnlyLooksLikeItAndTheTitleBeforeTheText() {
        String word = "wolkam" + System.nanoTime() % 100_000;
        String group = "rang-" + System.nanoTime();
        String shop = newShop(group);
        String inCompound = story(group, "\"title\": \"Een %sdoos\"".formatted(word.replaceAll("\\d", "x")));
        String plain = word.replaceAll("\\d", "x");
        String inText = story(group, "\"title\": \"Iets\", \"summary\": \"Over een %s.\"".formatted(plain));
        String inTitle = story(group, "\"title\": \"De %s\"".formatted(plain));
        ask(shop, "&q=" + plain).then().body("items.id", contains(inTitle, inText, inCompound));
        ask(shop, "&sort=newest&q=" + plain).then().body("items.id", contains(inTitle, inText, inCompound));
        String newer = story(group, "\"title\": \"Iets\", \"summary\": \"%s\"".formatted(plain));
        ask(shop, "&sort=newest&q=" + plain).then().body("items.id", contains(newer, inTitle, inText, inCompound));
        assertEquals(List.of(inTitle, newer, inText, inCompound), walk(shop, "&q=" + plain));
    }

    @Test
    void halfAWordFindsWhileSomebodyTypes() {
        String group = "half-" + System.nanoTime();
        String shop = newShop(group);
        String story = story(group, "\"title\": \"Een zwierige quagliata\"");
        for (String typed : List.of("quag", "quagl", "zwierige quagli", "quagliata")) {
            ask(shop, "&q=" + typed).then().body("items.id", hasItem(story));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\\",
                "a'b\\c:*&|!()<->",
                "%",
                "_",
                "\ud83e\udef6",
                "\u05e9\u05dc\u05d5\u05dd",
                "e\u0301\u0301\u0301",
                "-",
                "--",
                "-\"\"",
                "de het een",
                "the",
                "<script>",
                "'); DROP TABLE story; --"
            })
    void nothingThatIsTypedBreaksIt(String typed) {
        String shop = newShop();
        machine(shop)
                .queryParam("q", typed)
                .get("/api/v1/library?shop={shop}", shop)
                .then()
                .statusCode(200);
        machine(shop)
                .queryParam("q", typed)
                .get("/api/v1/library/facets?shop={shop}", shop)
                .then()
                .statusCode(200);
    }

    @Test
    void aWordOfAWithdrawnStoryIsForgotten() throws SQLException {
        String name = "Zwaantje" + "q".repeat(5);
        released("\"body\": \"Een ander verhaal.\"");
        String story = released("\"body\": \"Het verhaal van %s.\"".formatted(name));
        assertEquals(1, knows(name.toLowerCase(java.util.Locale.ROOT)));
        act(story, "withdraw", "editor", "{\"reason\": \"consent-withdrawn\"}")
                .then()
                .statusCode(200);
        assertEquals(0, knows(name.toLowerCase(java.util.Locale.ROOT)));
        assertTrue(knows("verhaal") > 0);
    }

    @Test
    void aWordOfAStoryThatIsOverIsForgotten() throws SQLException {
        String name = "wielewaal" + "q".repeat(6);
        String shop = newShop();
        Instant moment = SettableClock.now().plusSeconds(3_600);
        String story = released("\"body\": \"%s\", \"availableUntil\": \"%s\"".formatted(name, moment));
        assertEquals(1, knows(name));
        CLOCK.set(moment);
        nl.etalage.content.Network.eventually(() -> nl.etalage.content.Network.as("editor")
                .get("/api/v1/stories/{id}", story)
                .<String>path("state")
                .equals("expired"));
        assertEquals(0, knows(name));
        ask(shop, "&q=" + name).then().body("items.id", not(hasItem(story)));
    }

    private int knows(String word) throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT count(DISTINCT word) FROM library_word WHERE word = ?")) {
            select.setString(1, word);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void everyChoiceNarrowsAndTheyCount() {
        String group = "keuze-" + System.nanoTime();
        String shop = newShop(group);
        String theme = "Thema " + System.nanoTime();
        String key = Network.theme(theme);
        String one = story(
                group,
                "\"themes\": [\"%s\", \"Kerst\"], \"functions\": [\"action\"], \"audience\": [\"volunteers\", \"likeMinded\"]"
                        .formatted(theme.toUpperCase(java.util.Locale.ROOT)));
        String two = story(group, "\"type\": \"tip\", \"themes\": [\"%s\"]".formatted(theme));
        String about = "&theme=" + theme;
        ask(shop, about).then().body("items.id", contains(two, one));
        ask(shop, about + "&function=action").then().body("items.id", contains(one));
        ask(shop, about + "&audience=likeMinded").then().body("items.id", contains(one));
        ask(shop, about + "&type=tip").then().body("items.id", contains(two));
        ask(shop, about + "&season=kerst").then().body("items.id", contains(one));
        ask(shop, about + "&season=pasen").then().body("items", empty());
        machine(shop)
                .get("/api/v1/library/facets?shop=" + shop + about)
                .then()
                .statusCode(200)
                .body("total.count", is(2))
                .body("total.shown", is("2"))
                .body(
                        "facets.name",
                        contains("type", "function", "audience", "theme", "season", "product", "locale", "owner"))
                .body("facets[0].values.value", contains("maker", "tip"))
                .body("facets[0].values.name", contains("Maker", "Tip"))
                .body("facets[0].values.count", contains(1, 1))
                .body("facets[1].values.value", contains("action", "awareness"))
                .body("facets[1].values.name", contains("Actie", "Bewustwording"))
                .body("facets[2].values.value", contains("customers", "likeMinded", "volunteers"))
                .body("facets[3].values.value", contains(key, "kerst"))
                .body("facets[3].values.name", contains(theme, "Kerst"))
                .body("facets[3].values.count", contains(2, 1))
                .body("facets[3].values.shown", contains("2", "1"))
                .body("facets[4].values.value", contains("kerst"))
                .body("facets[4].values.name", contains("Kerst"))
                .body("facets[5].values", empty())
                .body("facets[6].values.value", contains("nl"))
                .body("facets[6].values.name", contains("Nederlands"))
                .body("facets[7].values.value", contains("network"))
                .body("facets[7].values.name", contains("Het hele netwerk"));
        ask(shop, about + "&locale=en").then().body("items", empty());
        ask(shop, about + "&locale=nl&owner=network").then().body("items.id", contains(two, one));
    }

    @Test
    void noCountTellsOfWhatIsNotForAShop() {
        String group = "geheim-" + System.nanoTime();
        String inside = newShop(group);
        String outside = newShop();
        String theme = Network.theme("geheim" + System.nanoTime());
        story(group, "\"themes\": [\"%s\"]".formatted(theme));
        String path = "/api/v1/library/facets?theme=" + theme + "&shop=";
        machine(inside).get(path + inside).then().body("total.count", is(1));
        machine(outside).get(path + outside).then().body("total.count", is(0)).body("facets[3].values", empty());
        machine(outside).get(path + inside).then().statusCode(404);
    }

    @Test
    void whatTheShopHasNoVersionOfComesFirstAndAllOfItComesOnce() {
        String group = "eigen-" + System.nanoTime();
        String shop = newShop(group);
        String theme = Network.theme("orde" + System.nanoTime());
        List<String> stories = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            stories.add(0, story(group, "\"themes\": [\"%s\"]".formatted(theme)));
        }
        adapted(shop, stories.get(0));
        adapted(shop, stories.get(3));
        assertEquals(
                List.of(stories.get(1), stories.get(2), stories.get(4), stories.get(5), stories.get(0), stories.get(3)),
                walk(shop, "&sort=not-adapted&theme=" + theme));
    }

    @Test
    void whatIsForThisTimeOfYearComesFirst() {
        String group = "seizoen-" + System.nanoTime();
        String shop = newShop(group);
        String theme = Network.theme("tijd" + System.nanoTime());
        String easter = story(group, "\"title\": \"Paaseieren\", \"themes\": [\"%s\"]".formatted(theme));
        String christmas = story(group, "\"title\": \"Kerststal\", \"themes\": [\"%s\"]".formatted(theme));
        String given = story(
                group,
                "\"title\": \"Na de kerst\", \"season\": [\"pasen\", \"zomer\"], \"themes\": [\"%s\"]"
                        .formatted(theme));
        String always = story(group, "\"title\": \"Altijd\", \"themes\": [\"%s\"]".formatted(theme));
        ask(shop, "&season=zomer&theme=" + theme).then().body("items.id", contains(given));
        ask(shop, "&season=kerst&theme=" + theme).then().body("items.id", contains(christmas));
        CLOCK.set(Instant.parse("2027-03-20T12:00:00Z"));
        assertEquals(List.of(given, easter, always, christmas), walk(shop, "&sort=season&theme=" + theme));
        CLOCK.set(Instant.parse("2027-12-20T12:00:00Z"));
        assertEquals(List.of(christmas, always, given, easter), walk(shop, "&sort=season&theme=" + theme));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-26, kerst, true",
        "2026-12-27, kerst, false",
        "2026-11-09, kerst, false",
        "2026-12-05, sinterklaas, true",
        "2027-03-28, pasen, true",
        "2027-03-29, pasen, true",
        "2027-03-30, pasen, false",
        "2027-02-28, pasen, true",
        "2027-02-27, pasen, false",
        "2024-03-31, pasen, true",
        "2027-05-08, wereld-fair-trade-dag, true",
        "2027-05-09, wereld-fair-trade-dag, false",
        "2027-05-09, moederdag, true",
        "2027-06-20, vaderdag, true",
        "2027-12-01, winter, true",
        "2027-02-28, winter, true",
        "2027-03-01, winter, false",
        "2027-03-01, lente, true"
    })
    void aSeasonRunsFromItsFirstToItsLastDay(LocalDate day, String season, boolean runs) {
        assertEquals(runs, Season.on(day).contains(season));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        String shop = newShop();
        for (String query :
                List.of("function=x", "audience=likeminded", "season=regen", "sort=beste", "sort=relevance")) {
            ask(shop, "&" + query)
                    .then()
                    .statusCode(422)
                    .body("violations[0].pointer", is("#" + query.substring(0, query.indexOf('='))));
        }
        ask(shop, "&theme=" + "x".repeat(201)).then().statusCode(422);
    }

    @Test
    void aTokenOpensOnlyTheListItCameFromAsItCame() {
        String group = "beurt-" + System.nanoTime();
        String shop = newShop(group);
        String other = newShop(group);
        for (int number = 0; number < 3; number++) {
            story(group, "\"title\": \"Beurt\"");
        }
        String path = "/api/v1/library?limit=1&shop=";
        String asked = "&sort=not-adapted&theme=koffie&q=beurt";
        story(group, "\"title\": \"Beurt\", \"themes\": [\"koffie\"]");
        story(group, "\"title\": \"Beurt\", \"themes\": [\"koffie\"]");
        String token = machine(shop)
                .get(path + shop + asked)
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .extract()
                .path("nextPageToken");
        machine(shop)
                .get(path + shop + asked + "&pageToken=" + token)
                .then()
                .statusCode(200)
                .body("items.size()", is(1));
        for (String otherwise : List.of(
                "&theme=koffie&q=beurt",
                "&sort=newest&theme=koffie&q=beurt",
                "&sort=not-adapted&q=beurt",
                "&sort=not-adapted&theme=koffie&q=beurten",
                asked + "&type=maker")) {
            refused(machine(shop).get(path + shop + otherwise + "&pageToken=" + token));
        }
        refused(machine(other).get(path + other + asked + "&pageToken=" + token));
        String feed = "/api/v1/library.feed.json?limit=1&shop=" + shop;
        refused(machine(shop).get(feed + "&pageToken=" + token));
        for (int at = 0; at < token.length(); at += 7) {
            char another = token.charAt(at) == 'A' ? 'B' : 'A';
            String tampered = token.substring(0, at) + another + token.substring(at + 1);
            refused(machine(shop).get(path + shop + asked + "&pageToken=" + tampered));
        }
        refused(machine(shop).get(path + shop + asked + "&pageToken=" + token + token));
        refused(machine(shop).get(path + shop + asked + "&pageToken=" + "x".repeat(2_000)));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(400).body("type", is("https://etalage.nl/problems/invalid-page-token"));
    }

    /** Stories are written in Dutch and in English, and each shop types in its own language. */
    @Test
    void otherFormsOfAnEnglishWordFindAnEnglishStory() {
        String group = "engels-" + System.nanoTime();
        String shop = newShop(group);
        String story = story(
                group,
                "\"locale\": \"en\", \"title\": \"Harvesting berries together\","
                        + " \"summary\": \"Families were picking cherries on the hills.\"");
        for (String typed : List.of("berry", "harvest", "harvested", "family", "cherry", "hill", "picked cherries")) {
            ask(shop, "&q=" + typed).then().statusCode(200).body("items.id", contains(story));
        }
    }
}
