package nl.etalage.content.story;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import nl.etalage.content.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colleagues talk about a story, field by field. */
@QuarkusTest
class CommentsTest {

    private String story;

    @BeforeEach
    void aDraft() {
        Network.centralGroup();
        story = Network.draft("\"body\": \"Tekst.\"");
    }

    private Response say(String who, String comment) {
        return json(who, comment).post("/api/v1/stories/{id}/comments", story);
    }

    private static RequestSpecification at(String who, Object version) {
        return as(who).header("If-Match", "\"" + version + "\"");
    }

    @Test
    void aThreadOnAFieldIsAnsweredAndResolved() {
        String first = say("coach", "{\"field\": \"/title\", \"text\": \"Kan dit korter?\"}")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("author", is(Network.centralMember("coach").toString()))
                .body("field", is("/title"))
                .body("resolvedAt", nullValue())
                .extract()
                .path("id");
        say("editor", "{\"text\": \"Gedaan.\", \"inReplyTo\": \"%s\"}".formatted(first))
                .then()
                .statusCode(201)
                .body("thread", is(first))
                .body("field", is("/title"));

        at("coach", 1)
                .post("/api/v1/stories/{id}/comments/{comment}/resolve", story, first)
                .then()
                .statusCode(200)
                .body("resolvedBy", is(Network.centralMember("coach").toString()))
                .body("resolvedAt", notNullValue());

        as("editor")
                .get("/api/v1/stories/{id}/comments", story)
                .then()
                .body("items.text", contains("Kan dit korter?", "Gedaan."));
        as("editor")
                .get("/api/v1/stories/{id}/comments?open=true", story)
                .then()
                .body("items", empty());
    }

    @Test
    void anAnswerOpensAThreadAgain() {
        String first = say("editor", "{\"text\": \"Klopt dit jaartal?\"}").path("id");
        at("editor", 1)
                .post("/api/v1/stories/{id}/comments/{comment}/resolve", story, first)
                .then()
                .statusCode(200);

        say("editor2", "{\"text\": \"Toch niet.\", \"inReplyTo\": \"%s\"}".formatted(first))
                .then()
                .statusCode(201);

        as("editor")
                .get("/api/v1/stories/{id}/comments?open=true", story)
                .then()
                .body("items.text", contains("Klopt dit jaartal?", "Toch niet."))
                .body("items[0].resolvedBy", nullValue());
    }

    @Test
    void onlyTheBeginningOfAThreadIsAnsweredOrResolved() {
        String first = say("editor", "{\"text\": \"Eerste\"}").path("id");
        String second = say("editor2", "{\"text\": \"Tweede\", \"inReplyTo\": \"%s\"}".formatted(first))
                .path("id");

        at("editor", 1)
                .post("/api/v1/stories/{id}/comments/{comment}/resolve", story, second)
                .then()
                .statusCode(409)
                .body("type", is("https://etalage.nl/problems/comment-is-answer"));
        say("editor", "{\"text\": \"Derde\", \"inReplyTo\": \"%s\"}".formatted(second))
                .then()
                .statusCode(409);
    }

    @Test
    void aThreadOfAnotherStoryIsNotFound() {
        String first = say("editor", "{\"text\": \"Eerste\"}").path("id");
        String other = Network.draft("\"body\": \"Anders.\"");

        at("editor", 1)
                .post("/api/v1/stories/{id}/comments/{comment}/resolve", other, first)
                .then()
                .statusCode(404);
        json("editor", "{\"text\": \"x\", \"inReplyTo\": \"%s\"}".formatted(first))
                .post("/api/v1/stories/{id}/comments", other)
                .then()
                .statusCode(404);
    }

    @Test
    void whoDidNotSeeTheAnswerDoesNotResolve() {
        String first = say("editor", "{\"text\": \"Eerste\"}").path("id");
        at("editor", 1).post("/api/v1/stories/{id}/comments/{comment}/resolve", story, first);
        at("editor2", 1)
                .post("/api/v1/stories/{id}/comments/{comment}/resolve", story, first)
                .then()
                .statusCode(412);
        as("editor2")
                .post("/api/v1/stories/{id}/comments/{comment}/resolve", story, first)
                .then()
                .statusCode(428);
    }

    @Test
    void theListIsPaged() {
        for (int number = 0; number < 3; number++) {
            say("editor", "{\"text\": \"Nummer %d\"}".formatted(number));
        }
        Response page = as("editor").get("/api/v1/stories/{id}/comments?limit=2", story);
        page.then().body("items.text", contains("Nummer 0", "Nummer 1"));
        as("editor")
                .queryParam("pageToken", (String) page.path("nextPageToken"))
                .get("/api/v1/stories/{id}/comments?limit=2", story)
                .then()
                .body("items.text", contains("Nummer 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"\"}",
                "{}",
                "{\"text\": \"x\", \"field\": \"/nergens\"}",
                "{\"text\": \"x\", \"field\": \"title\"}",
                "{\"text\": \"x\", \"field\": \"/details/../x\"}"
            })
    void whatCannotBeSaidIsRefusedAtItsField(String comment) {
        say("editor", comment).then().statusCode(422).body("violations.size()", is(1));
        say("editor", "null").then().statusCode(400);
        say("editor", "{\"text\": \"%s\"}".formatted("x".repeat(2001)))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", is("/text"));
    }
}
