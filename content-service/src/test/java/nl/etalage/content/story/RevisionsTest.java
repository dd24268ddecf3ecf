package nl.etalage.content.story;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.patch;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import nl.etalage.content.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a story was before, beside what it is now. */
@QuarkusTest
class RevisionsTest {

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    private static String corrected() {
        String story = Network.released("\"body\": \"De koffie komt uit Peru.\", \"themes\": [\"koffie\"]");
        act(
                        story,
                        "correct",
                        "editor2",
                        """
                        {"note": "Land", "severity": "major", "changes": {
                          "body": "De koffie komt uit Ecuador.", "themes": ["koffie", "klimaat"], "season": ["kerst"], "question": "Drink je mee?",
                          "channelTexts": {"mastodon": "Koffie!"}}}""")
                .then()
                .statusCode(200);
        return story;
    }

    @Test
    void aComparisonNamesTheFieldsThatDifferAndTheWords() {
        as("coach")
                .get("/api/v1/stories/{id}/revisions/1/compare/2", corrected())
                .then()
                .statusCode(200)
                .body("from", is(1))
                .body("to", is(2))
                .body("fields.field", contains("/body", "/channelTexts/mastodon", "/question", "/season", "/themes"))
                .body("fields[0].words.change", contains("same", "removed", "added", "same"))
                .body("fields[0].words.text", contains("De koffie komt uit ", "Peru", "Ecuador", "."))
                .body("fields[1].before", nullValue())
                .body("fields[1].after", is("Koffie!"))
                .body("fields[1].words", empty())
                .body("fields[3].after", contains("kerst"))
                .body("fields[4].after", contains("koffie", "klimaat"));
    }

    @Test
    void backwardsTheSameWordsComeAndGoTheOtherWayRound() {
        as("editor")
                .get("/api/v1/stories/{id}/revisions/2/compare/1", corrected())
                .then()
                .statusCode(200)
                .body("fields[0].words.text", contains("De koffie komt uit ", "Ecuador", "Peru", "."));
    }

    @Test
    void aRevisionThatIsNotThereIsNotFound() {
        String story = corrected();
        as("editor")
                .get("/api/v1/stories/{id}/revisions/1/compare/3", story)
                .then()
                .statusCode(404);
        as("editor")
                .post("/api/v1/stories/{id}/revisions/0/restore", story)
                .then()
                .statusCode(404);
    }

    @Test
    void aRevisionComesBackAsADraftOfItsOwnAndTheStoryStaysAsItIs() {
        String story = corrected();
        act(story, "withdraw", "editor", null).then().statusCode(200);

        Response draft = as("editor").post("/api/v1/stories/{id}/revisions/1/restore", story);

        draft.then()
                .statusCode(201)
                .header("Location", "/api/v1/stories/" + draft.path("id"))
                .body("state", is("draft"))
                .body("revision", is(0))
                .body("body", is("De koffie komt uit Peru."))
                .body("question", nullValue())
                .body("copiedFrom", hasEntry("story", story))
                .body("copiedFrom", hasEntry("revision", 1))
                .body("author", is(Network.centralMember("editor").toString()));
        as("editor").get("/api/v1/stories/{id}", story).then().body("state", is("withdrawn"));
        String id = draft.path("id");
        act(id, "submit", "editor", null).then().statusCode(200);
        act(id, "release", "editor2", null).then().statusCode(200).body("revision", is(1));
    }

    @Test
    void whoIsTooLateSeesWhatTheOtherChanged() {
        String story = Network.draft("\"body\": \"Een tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        patch(seen, "editor2", "{\"title\": \"Van de ander\", \"body\": \"Een betere tekst.\"}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(200);

        patch(seen, "editor", "{\"body\": \"Mijn tekst.\"}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(412)
                .body("type", is("https://etalage.nl/problems/version-outdated"))
                .body("version", is(2))
                .body("changedBy", is(Network.centralMember("editor2").toString()))
                .body("changedAt", notNullValue())
                .body("changes.field", contains("/body", "/title"))
                .body("changes[0].words.text", contains("Een ", "betere ", "tekst."))
                .body("changes[1].after", is("Van de ander"));
        as("editor").get("/api/v1/stories/{id}", story).then().body("body", is("Een betere tekst."));
    }

    @Test
    void whoCorrectsTooLateSeesWhatTheOtherCorrected() {
        String story = Network.released("\"body\": \"Een tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        correct(seen, "editor2", "{\"body\": \"Een betere tekst.\"}").then().statusCode(200);

        correct(seen, "editor", "{\"title\": \"Mijn titel\"}")
                .then()
                .statusCode(412)
                .body("changes.field", contains("/body"))
                .body("changes[0].words.text", contains("Een ", "betere ", "tekst."));
    }

    private static Response correct(Response seen, String editor, String changes) {
        return json(editor, "{\"note\": \"Beter\", \"severity\": \"minor\", \"changes\": %s}".formatted(changes))
                .header("If-Match", seen.header("ETag"))
                .post("/api/v1/stories/{id}/correct", seen.<String>path("id"));
    }

    @Test
    void whenOnlyTheStateChangedNoFieldIsNamed() {
        String story = Network.draft("\"body\": \"Een tekst.\"");
        Response seen = as("editor2").get("/api/v1/stories/{id}", story);
        act(story, "submit", "editor", null).then().statusCode(200);

        patch(seen, "editor2", "{\"body\": \"Mijn tekst.\"}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(412)
                .body("changes", empty());
    }

    @Test
    void aVersionThatNeverWasIsRefusedWithoutAGuess() {
        String story = Network.draft("\"body\": \"Een tekst.\"");
        for (String tag : new String[] {"\"99\"", "\"0\"", "\"999999999999999999999\"", "W/\"1\"", "zomaar"}) {
            json("editor", "{}")
                    .contentType("application/merge-patch+json")
                    .header("If-Match", tag)
                    .patch("/api/v1/stories/{id}", story)
                    .then()
                    .statusCode(412)
                    .body("version", is(1));
        }
    }
}
