package nl.etalage.content.story;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each type of the design, from a draft to a shop's library. */
@QuarkusTest
class StoryTypesTest {

    /** The types, and what each asks of {@code details}. */
    private static final String TYPES =
            """
            product  |
            maker    |
            impact   | "source": "WFTO", "date": "2026-05-01", "figure": 1200, "unit": "boeren"
            shop     |
            campaign |
            event    | "place": "Zeist", "startsAt": "2026-12-05T10:00"
            appeal   | "endsAt": "2026-12-31T17:00", "goal": 5000
            vacancy  |
            practice |
            playbook | "steps": ["Hang de poster op", "Zet de koffie klaar"]
            tip      |
            """;

    @Test
    void theyAreThoseOfTheDesign() {
        assertEquals(
                Stream.of(TYPES.split("\n"))
                        .map(line -> line.substring(0, line.indexOf('|')).strip())
                        .collect(Collectors.toSet()),
                Stream.of(StoryType.values()).map(StoryType::word).collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = TYPES)
    void aStoryOfEachTypeGoesFromDraftToTheLibrary(String type, String details) {
        String shop = newShop();
        if (details != null) {
            String bare = draft("\"type\": \"%s\", \"body\": \"Tekst.\"".formatted(type));
            Set<String> asked = Stream.of(details.split(", (?=\"[a-zA-Z]+\":)"))
                    .map(member -> "/details/" + member.substring(1, member.indexOf('"', 1)))
                    .collect(Collectors.toSet());
            assertEquals(
                    asked,
                    Set.copyOf(act(bare, "submit", "editor", null)
                            .then()
                            .statusCode(422)
                            .extract()
                            .<java.util.List<String>>path("violations.pointer")));
        }
        String story = draft("\"type\": \"%s\", \"body\": \"Tekst.\", \"details\": {%s}"
                .formatted(type, details == null ? "" : details));
        act(story, "submit", "editor", null).then().statusCode(200).body("state", is("in-review"));
        act(story, "release", "editor2", null).then().statusCode(200).body("state", is("released"));
        machine(shop)
                .get("/api/v1/library?limit=100&type={type}&shop={shop}", type, shop)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(story));
        machine(shop)
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .then()
                .statusCode(200)
                .body("type", is(type))
                .body("details", notNullValue());
        as("editor").get("/api/v1/stories/{id}", story).then().body("type", is(type), "revision", is(1));
    }
}
