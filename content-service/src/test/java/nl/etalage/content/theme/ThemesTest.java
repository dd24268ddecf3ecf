package nl.etalage.content.theme;

import static io.restassured.RestAssured.given;
import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.content.Network;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network's list of themes, and what stories and their readers have of it. */
@QuarkusTest
class ThemesTest {

    private static final String THEMES = "/api/v1/themes";
    private static final String THEME = "/api/v1/themes/{key}";
    private static final String LIBRARY = "/api/v1/library?shop={shop}";

    /** Letters only, so that nothing else resembles it. */
    private static String newWord() {
        String word = Long.toString(System.nanoTime());
        StringBuilder letters = new StringBuilder();
        word.chars().forEach(digit -> letters.append((char) ('b' + (digit - '0') * 2)));
        return letters.reverse().toString();
    }

    private static Response make(String body) {
        return json("editor", body).post(THEMES);
    }

    private static String madeWith(String name, String synonym) {
        return make("{\"name\": {\"nl\": \"%s\"}, \"synonyms\": [\"%s\"]}".formatted(name, synonym))
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static void change(String key, String patch) {
        patch(as("editor").get(THEME, key), "editor2", patch)
                .patch(THEME, key)
                .then()
                .statusCode(200);
    }

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    @Test
    void aThemeIsAddedChangedAndRetired() {
        String word = newWord();
        Response made =
                make("""
                {"name": {"nl": "Hét %1$s!", "en": "The %1$s"}, "synonyms": ["%1$s-je"]}"""
                        .formatted(word));
        String key = "het-" + word;
        made.then()
                .statusCode(201)
                .header("Location", is(THEMES + "/" + key))
                .header("ETag", is("\"1\""))
                .body("key", is(key))
                .body("name.nl", is("Hét " + word + "!"))
                .body("name.en", is("The " + word))
                .body("synonyms", contains(word + "-je"))
                .body("state", is("active"))
                .body("version", is(1));
        patch(made, "admin", "{\"name\": {\"en\": null}, \"state\": \"retired\"}")
                .patch(THEME, key)
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("name.nl", is("Hét " + word + "!"))
                .body("name.en", nullValue())
                .body("synonyms", contains(word + "-je"))
                .body("state", is("retired"));
        patch(made, "admin", "{\"synonyms\": []}").patch(THEME, key).then().statusCode(412);
        as("admin")
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(THEME, key)
                .then()
                .statusCode(428);
        as("editor").header("If-None-Match", "\"2\"").get(THEME, key).then().statusCode(304);
        as("editor").get(THEME, "staat-er-niet").then().statusCode(404);
    }

    @Test
    void theListIsReadByAllInPagesByKey() {
        String shop = newShop();
        List<String> keys = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = machine(shop)
                    .get(THEMES + "?state=active&limit=40" + next)
                    .then()
                    .statusCode(200)
                    .body("items.name.nl", not(hasItem(nullValue())))
                    .extract()
                    .jsonPath();
            keys.addAll(page.getList("items.key"));
            next = page.get("nextPageToken") == null ? null : "&pageToken=" + page.getString("nextPageToken");
        }
        assertTrue(keys.containsAll(List.of("eerlijke-prijs", "koffie", "zuid-afrika")), keys.toString());
        assertEquals(keys.stream().sorted().distinct().toList(), keys);
        as(shop + "-contributor")
                .get(THEMES + "?limit=1")
                .then()
                .statusCode(200)
                .body("nextPageToken", notNullValue());
        as("editor").get(THEMES + "?state=weg").then().statusCode(422).body("violations.pointer", contains("#state"));
    }

    @Test
    void aWordIsOfOneThemeOnly() {
        String word = newWord();
        String key = madeWith("Eerste " + word, "Bij " + word);
        make("{\"name\": {\"nl\": \"bij-%s\"}}".formatted(word))
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/name/nl"))
                .body("violations[0].detail", is("Dit woord hoort al bij het thema " + key + "."));
        make("{\"key\": \"%s\", \"name\": {\"nl\": \"Tweede %s\"}}".formatted(key, word))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/key"));
        String other = madeWith("Ander " + word, "anders " + word);
        patch(
                        as("editor").get(THEME, other),
                        "editor",
                        "{\"synonyms\": [\"vrij %1$s\", \"EERSTE  %1$s\"]}".formatted(word))
                .patch(THEME, other)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/synonyms/1"));
        change(key, "{\"synonyms\": []}");
        change(other, "{\"synonyms\": [\"Bij %s\"]}".formatted(word));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /name/nl",
                "{\"name\": {\"nl\": \" \"}} | /name/nl",
                "{\"name\": {\"nl\": \"!!!\"}} | /key",
                "{\"name\": {\"nl\": \"\\ud800\"}} | /name/nl",
                "{\"name\": {\"nl\": \"a\\u0000\"}} | /name/nl",
                "{\"key\": \"goed\", \"name\": {\"nl\": \"\\ud800\"}} | /name/nl",
                "{\"name\": null} | /name/nl",
                "{\"name\": {\"nl\": \"\\u0642\\u0647\\u0648\\u0629\"}} | /key",
                "{\"key\": \"Met Hoofdletter\", \"name\": {\"nl\": \"Iets nieuws\"}} | /key",
                "{\"name\": {\"nl\": \"Iets nieuws\"}, \"synonyms\": [\"\"]} | /synonyms/0",
                "{\"name\": {\"nl\": \"Iets nieuws\"}, \"synonyms\": [\"--\"]} | /synonyms/0",
                "{\"name\": {\"nl\": \"Iets nieuws\"}, \"state\": \"retired\"} | /state"
            })
    void whatIsNoThemeIsRefused(String body, String pointer) {
        Response answer = make(body);
        assertTrue(answer.statusCode() == 422 || answer.statusCode() == 400, answer.asString());
        answer.then().body("violations.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "null", "{\"synonyms\": [null], \"name\": {\"nl\": \"Nieuw\"}}", "{\"name\": 3}", "{"})
    void whatHasNoFormIsRefused(String body) {
        int status = make(body).statusCode();
        assertTrue(status == 400 || status == 422, body + " answers " + status);
    }

    @Test
    void aStoryKeepsTheKeyOfAnyWordOfATheme() {
        String word = newWord();
        String key = madeWith("Naam " + word, "Ander " + word);
        String story = draft("\"themes\": [\"ANDER-%1$s\", \"naam  %1$s\", \"Kóffie\", \"%2$s\"]".formatted(word, key));
        as("editor").get("/api/v1/stories/{id}", story).then().body("themes", contains(key, "koffie"));
    }

    @Test
    void whatIsOnNobodysListIsRefusedWithWhatIsMeant() {
        json("editor", "{\"type\": \"tip\", \"themes\": [\"thee\", \"koffi\"]}")
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/themes/1"))
                .body("violations[0].detail", containsString("Het thema koffi staat niet op de lijst"))
                .body("violations[0].detail", containsString("Bedoel je misschien: koffie"));
        String story = released("\"body\": \"Tekst.\", \"themes\": [\"thee\"]");
        act(
                        story,
                        "correct",
                        "editor2",
                        "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"themes\": [\"qqqqqqqqqqqq\"]}}")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/changes/themes/0"))
                .body("violations[0].detail", not(containsString("Bedoel")));
    }

    @Test
    void aRetiredThemeStaysWhereItIsAndGoesNowhereElse() {
        String shop = newShop();
        String key = madeWith("Oud " + newWord(), "Oudje " + newWord());
        String story = draft("\"themes\": [\"%s\"]".formatted(key));
        String shown = released("\"body\": \"Tekst.\", \"themes\": [\"%s\"]".formatted(key));
        change(key, "{\"state\": \"retired\"}");
        patch(
                        as("editor").get("/api/v1/stories/{id}", story),
                        "editor",
                        "{\"themes\": [\"koffie\", \"%s\"]}".formatted(key))
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(200)
                .body("themes", contains("koffie", key));
        json("editor", "{\"type\": \"tip\", \"themes\": [\"%s\"]}".formatted(key))
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/themes/0"))
                .body("violations[0].detail", is("Het thema " + key + " gebruiken we niet meer. Kies een ander."));
        machine(shop).queryParam("theme", key).get(LIBRARY, shop).then().body("items.id", contains(shown));
    }

    @Test
    void theLibraryIsAskedByKeyNameOrSynonymAndKeepsNoAnswerTooLong() {
        String shop = newShop();
        String word = newWord();
        String key = madeWith("Naam " + word, "Ander " + word);
        String story = released("\"body\": \"Tekst.\", \"themes\": [\"%s\"]".formatted(key));
        for (String asked : List.of(key, "naam " + word, "ANDER " + word)) {
            machine(shop).queryParam("theme", asked).get(LIBRARY, shop).then().body("items.id", contains(story));
        }
        String later = newWord();
        Response before = machine(shop).queryParam("theme", later).get(LIBRARY, shop);
        before.then().statusCode(200).body("items", empty());
        machine(shop).queryParam("theme", later).get(LIBRARY, shop).then().body("items", empty());
        change(key, "{\"synonyms\": [\"%s\"]}".formatted(later));
        Response after = machine(shop)
                .header("If-None-Match", before.header("ETag"))
                .queryParam("theme", later)
                .get(LIBRARY, shop);
        after.then().statusCode(200).body("items.id", contains(story));
        assertNotEquals(before.header("ETag"), after.header("ETag"));
        machine(shop)
                .queryParam("theme", "ander " + word)
                .get(LIBRARY, shop)
                .then()
                .body("items", empty());
    }

    @Test
    void aSearchForASynonymFindsWhatHasTheTheme() {
        String shop = newShop();
        String word = newWord();
        String synonym = newWord();
        String key = madeWith("Onderwerp " + word, synonym);
        String story = released("\"body\": \"Tekst.\", \"themes\": [\"%s\"]".formatted(key));
        machine(shop).queryParam("q", synonym).get(LIBRARY, shop).then().body("items.id", contains(story));
        String one = newWord();
        String two = newWord();
        machine(shop).queryParam("q", one + " " + two).get(LIBRARY, shop).then().body("items", empty());
        change(key, "{\"synonyms\": [\"%s %s\"]}".formatted(one, two));
        machine(shop).queryParam("q", one + " " + two).get(LIBRARY, shop).then().body("items.id", contains(story));
        machine(shop)
                .get("/api/v1/library/facets?shop=" + shop + "&q=" + one + " " + two)
                .then()
                .body("total.count", is(1));
        machine(shop).queryParam("q", synonym).get(LIBRARY, shop).then().body("items", empty());
    }

    @Test
    void countsCallAThemeByItsNameInTheReadersLanguage() {
        String shop = newShop();
        String word = newWord();
        make("{\"key\": \"%1$s\", \"name\": {\"nl\": \"Naam %1$s\", \"en\": \"Name %1$s\"}}".formatted(word))
                .then()
                .statusCode(201);
        released("\"body\": \"Tekst.\", \"season\": [\"kerst\"], \"themes\": [\"%s\"]".formatted(word));
        String facets = "/api/v1/library/facets?theme=" + word + "&shop=" + shop;
        machine(shop)
                .get(facets)
                .then()
                .body("facets[3].values.value", contains(word))
                .body("facets[3].values.name", contains("Naam " + word))
                .body("facets[4].values.name", contains("Kerst"))
                .body("facets[0].values.name", contains("Maker"));
        change(word, "{\"name\": {\"nl\": \"Nieuw %s\"}}".formatted(word));
        machine(shop).get(facets).then().body("facets[3].values.name", contains("Nieuw " + word));
        given().auth()
                .oauth2(Tokens.machine("webshop-" + shop, "library:read"))
                .header("Accept-Language", "en")
                .get(facets)
                .then()
                .statusCode(200)
                .body("facets[3].values.name", contains("Name " + word))
                .body("facets[4].values.name", contains("Christmas"));
    }
}
