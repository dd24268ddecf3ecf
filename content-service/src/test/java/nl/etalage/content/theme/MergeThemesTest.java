package nl.etalage.content.theme;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.on;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.etalage.content.Network;
import nl.etalage.content.library.Follower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two themes that mean the same become one, and what people saved goes on working. */
@QuarkusTest
class MergeThemesTest {

    private static final String THEMES = "/api/v1/themes";
    private static final String THEME = "/api/v1/themes/{key}";
    private static final String LIBRARY = "/api/v1/library?shop={shop}";

    private String word;
    private String gone;
    private String stays;

    @BeforeEach
    void twoThatMeanTheSame() {
        Network.centralGroup();
        word = letters(System.nanoTime());
        gone = made("Bonen " + word, "Beans " + word, "peul " + word);
        stays = made("Linzen " + word, null, "erwt " + word);
    }

    /** Letters only, so that nothing else resembles it. */
    private static String letters(long number) {
        return Long.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('b' + (digit - '0') * 2)))
                .collect(Collectors.joining());
    }

    private static String made(String nl, String en, String synonym) {
        return json(
                        "editor",
                        "{\"name\": {\"nl\": \"%s\", \"en\": %s}, \"synonyms\": [\"%s\"]}"
                                .formatted(nl, en == null ? null : "\"" + en + "\"", synonym))
                .post(THEMES)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static Response merge(String key, String into) {
        return on(as("editor").get(THEME, key), "editor")
                .contentType("application/json")
                .body("{\"into\": \"%s\"}".formatted(into))
                .post(THEME + "/merge", key);
    }

    private static String theme(String... keys) {
        return "\"body\": \"Tekst.\", \"themes\": [\"" + String.join("\", \"", keys) + "\"]";
    }

    @Test
    void theOneThatStaysTakesOverTheWordsAndTheKeyIsUnderstoodForEver() {
        merge(gone, stays)
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("key", is(stays))
                .body("name.nl", is("Linzen " + word))
                .body("synonyms", contains("erwt " + word, "Bonen " + word, "Beans " + word, "peul " + word))
                .body("version", is(2));
        as("editor").get(THEME, gone).then().statusCode(200).body("key", is(stays));
        for (String written : List.of(gone, "BONEN " + word, "peul-" + word)) {
            as("editor")
                    .get("/api/v1/stories/{id}", draft(theme(written)))
                    .then()
                    .body("themes", contains(stays));
        }
        patch(as("editor").get(THEME, stays), "editor", "{\"synonyms\": []}")
                .patch(THEME, stays)
                .then()
                .statusCode(200);
        as("editor").get("/api/v1/stories/{id}", draft(theme(gone))).then().body("themes", contains(stays));
        json("editor", "{\"key\": \"%s\", \"name\": {\"nl\": \"Nog een %s\"}}".formatted(gone, word))
                .post(THEMES)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/key"))
                .body("violations[0].detail", containsString(stays));
    }

    @Test
    void storiesHaveTheOneThatStaysInEveryReadAndOnlyOnce() {
        String shop = newShop();
        String both = released(theme("koffie", gone, "thee", stays));
        String one = released(theme(gone));
        String other = released(theme("koffie"));
        String open = draft(theme(gone, "koffie"));
        Response draft = as("editor").get("/api/v1/stories/{id}", open);
        Response before = machine(shop).queryParam("theme", gone).get(LIBRARY, shop);
        before.then().body("items.id", contains(one, both));
        int untouched = as("editor").get("/api/v1/stories/{id}", other).path("version");
        Follower follower = Follower.ofAllSoFar(shop);

        merge(gone, stays).then().statusCode(200);

        as("editor").get("/api/v1/stories/{id}", both).then().body("themes", contains("koffie", stays, "thee"));
        as("editor")
                .get("/api/v1/stories/{id}/revisions/1", both)
                .then()
                .body("themes", contains("koffie", stays, "thee"));
        as("editor").get("/api/v1/stories/{id}", open).then().body("themes", contains(stays, "koffie"));
        machine(shop).get("/api/v1/library/{id}?shop={shop}", one, shop).then().body("themes", contains(stays));
        for (String asked : List.of(gone, stays, "beans " + word, "Linzen " + word)) {
            machine(shop)
                    .queryParam("theme", asked)
                    .get(LIBRARY, shop)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(one, both));
        }
        for (String searched : List.of("linzen " + word, "bonen " + word)) {
            machine(shop)
                    .queryParam("q", searched)
                    .get(LIBRARY, shop)
                    .then()
                    .body("items.id", containsInAnyOrder(one, both));
        }
        machine(shop)
                .queryParam("theme", gone)
                .get("/api/v1/library/facets?shop={shop}", shop)
                .then()
                .body("facets[3].values.value", hasItem(stays))
                .body("facets[3].values.findAll { it.value == '" + gone + "' }", empty());
        for (String changed : List.of(one, both)) {
            assertEquals(List.of("changed"), follower.changes(changed));
        }
        assertEquals(List.of(), follower.changes(other));
        Response after = machine(shop)
                .header("If-None-Match", before.header("ETag"))
                .queryParam("theme", gone)
                .get(LIBRARY, shop);
        after.then().statusCode(200).body("items[0].themes", contains(stays));
        assertNotEquals(before.header("ETag"), after.header("ETag"));
        as("editor").get("/api/v1/stories/{id}", other).then().body("version", is(untouched));
        patch(draft, "editor", "{\"title\": \"Een bon\"}")
                .patch("/api/v1/stories/{id}", open)
                .then()
                .statusCode(412);
        patch(as("editor").get("/api/v1/stories/{id}", open), "editor", "{\"title\": \"Een bon\"}")
                .patch("/api/v1/stories/{id}", open)
                .then()
                .statusCode(200)
                .body("themes", contains(stays, "koffie"));
    }

    @Test
    void whatWasMergedTwiceLeadsToTheLast() {
        String last = made("Peulvrucht " + word, null, "kikkererwt " + word);
        String story = released(theme(gone));
        String shop = newShop();
        merge(gone, stays).then().statusCode(200);
        merge(stays, last).then().statusCode(200);
        for (String key : List.of(gone, stays)) {
            as("editor").get(THEME, key).then().statusCode(200).body("key", is(last));
            machine(shop)
                    .queryParam("theme", key)
                    .get(LIBRARY, shop)
                    .then()
                    .body("items.id", contains(story))
                    .body("items[0].themes", contains(last));
        }
    }

    @Test
    void askingTwiceMergesOnceAndLeavesOneLineInTheTrail() {
        Response seen = as("editor").get(THEME, gone);
        String body = "{\"into\": \"%s\"}".formatted(stays);
        for (int time = 0; time < 2; time++) {
            on(seen, "editor")
                    .header("Idempotency-Key", "merge-" + word)
                    .contentType("application/json")
                    .body(body)
                    .post(THEME + "/merge", gone)
                    .then()
                    .statusCode(200)
                    .body("version", is(2));
        }
        List<String> subjects = as("admin")
                .get("/api/v1/audit/content?limit=100")
                .path("items.findAll { it.action == 'theme.merged' && it.outcome == 'done' }.subject");
        assertEquals(1, subjects.stream().filter(("theme/" + gone)::equals).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | moet je invullen",
                "{\"into\": \" \"} | moet je invullen",
                "{\"into\": \"bestaat-niet\"} | staat niet op de lijst",
                "{\"into\": \"GONE\"} | niet in zichzelf",
                "{\"into\": \"RETIRED\"} | gebruiken we niet meer"
            })
    void whatAThemeCantBecomePartOfIsSaid(String body, String said) {
        patch(as("editor").get(THEME, stays), "editor", "{\"state\": \"retired\"}")
                .patch(THEME, stays)
                .then()
                .statusCode(200);
        on(as("editor").get(THEME, gone), "editor")
                .contentType("application/json")
                .body(body.replace("GONE", gone).replace("RETIRED", stays))
                .post(THEME + "/merge", gone)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/into"))
                .body("violations[0].detail", containsString(said));
        as("editor").get(THEME, gone).then().body("key", is(gone)).body("version", is(1));
    }

    @Test
    void moreWordsThanAThemeCanHaveAreRefusedAndAnotherWasNotFirst() {
        String many = IntStream.range(0, 28)
                .mapToObj(at -> "\"" + letters(1_000 + at) + " " + word + "\"")
                .collect(Collectors.joining(", "));
        patch(as("editor").get(THEME, stays), "editor", "{\"synonyms\": [" + many + "]}")
                .patch(THEME, stays)
                .then()
                .statusCode(200);
        merge(gone, stays).then().statusCode(422).body("violations.pointer", contains("/into"));
        as("editor").get(THEME, stays).then().body("synonyms", hasSize(28));
        Response seen = as("editor").get(THEME, gone);
        patch(seen, "editor", "{\"synonyms\": []}").patch(THEME, gone).then().statusCode(200);
        on(seen, "editor")
                .contentType("application/json")
                .body("{\"into\": \"koffie\"}")
                .post(THEME + "/merge", gone)
                .then()
                .statusCode(412);
        json("editor", "{\"into\": \"koffie\"}")
                .post(THEME + "/merge", gone)
                .then()
                .statusCode(428);
        merge(gone, stays).then().statusCode(200).body("synonyms", hasSize(30));
    }
}
