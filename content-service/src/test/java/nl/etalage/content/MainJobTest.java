package nl.etalage.content;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.patch;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MainJobTest {

    @Test
    void aStoryGoesFromDraftToTheWebshopAndIntoAShopsOwnWords() {
        String zeist = Network.newShop();
        String picture = Network.picture();
        String story = Network.draft(
                """
                "body": "Wij zijn **{{shop.name}}**. Bel {{shop.phone}} voor meer.\\n\\nOpen: {{shop.openingHours}}.",
                "assets": ["%s"]"""
                        .formatted(picture));
        act(story, "submit", "editor", null).then().statusCode(200).body("state", is("in-review"));
        act(story, "release", "editor2", null).then().statusCode(200).body("state", is("released"), "revision", is(1));

        Response pulled = machine(zeist).get("/api/v1/library?shop={shop}", zeist);
        pulled.then()
                .statusCode(200)
                .body("items[0].id", is(story))
                .body("items[0].version", is("network"))
                .body("items[0].body", containsString("**Wereldwinkel " + zeist + "**"))
                .body("items[0].body", not(containsString("{{")))
                .body("items[0].bodyHtml", containsString("<strong>Wereldwinkel " + zeist + "</strong>"))
                .body("items[0].missing", equalTo(java.util.List.of("shop.phone")))
                .body("items[0].pictures[0].altText", is("Een vrouw plukt rode koffiebessen"));
        machine(zeist)
                .header("If-None-Match", pulled.header("ETag"))
                .get("/api/v1/library?shop={shop}", zeist)
                .then()
                .statusCode(304);

        String adaptation = Network.adapted(zeist, story);
        Response seen = as(zeist + "-publisher").get("/api/v1/adaptations/{id}", adaptation);
        patch(
                        seen,
                        zeist + "-publisher",
                        "{\"overrides\": {\"body\": \"Kom proeven bij {{shop.name}}. Tot zaterdag!\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200)
                .body("overrides.body", containsString("Tot zaterdag"));
        as(zeist + "-publisher")
                .get("/api/v1/adaptations/{id}/rendering?platform=mastodon&reference=abc", adaptation)
                .then()
                .statusCode(200)
                .body("text", is("Kom proeven bij Wereldwinkel " + zeist + ". Tot zaterdag!"))
                .body("problems.size()", is(0))
                .body("assets[0].altText", is("Een vrouw plukt rode koffiebessen"))
                .body("hash.length()", is(64));
        machine(zeist)
                .header("If-None-Match", pulled.header("ETag"))
                .get("/api/v1/library?shop={shop}", zeist)
                .then()
                .statusCode(200)
                .body("items[0].version", is("shop"));

        act(
                        story,
                        "correct",
                        "editor",
                        """
                        {"note": "Het is Huila", "severity": "minor", "changes": {"body": "Koffie uit Huila.", "title": "Nieuw"}}""")
                .then()
                .statusCode(200)
                .body("revision", is(2), "unreviewed", is(true));
        Response update = as(zeist + "-publisher").get("/api/v1/adaptations/{id}", adaptation);
        update.then().body("sourceUpdate", is(true), "overrides.body", containsString("Tot zaterdag"));
        as(zeist + "-publisher")
                .get("/api/v1/adaptations/{id}/source-update", adaptation)
                .then()
                .statusCode(200)
                .body("fields.field", hasItem("title"))
                .body("fields.find { it.field == 'body' }.ours", containsString("Tot zaterdag"));
        json(zeist + "-publisher", "{\"keep\": [\"body\"]}")
                .header("If-Match", update.header("ETag"))
                .post("/api/v1/adaptations/{id}/source-update", adaptation)
                .then()
                .statusCode(200)
                .body("revision", is(2), "sourceUpdate", is(false));

        act(story, "withdraw", "editor", "{\"reason\": \"mistake\"}")
                .then()
                .statusCode(200)
                .body("state", is("withdrawn"));
        as(zeist + "-publisher")
                .get("/api/v1/adaptations/{id}", adaptation)
                .then()
                .body("state", is("recalled"));
    }
}
