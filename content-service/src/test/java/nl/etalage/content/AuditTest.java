package nl.etalage.content;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {

    @Test
    void everyWriteIsALineWithWhoWhatAndTheTrace() {
        String shop = Network.newShop();
        String story = Network.draft("\"body\": \"Tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        Network.on(seen, "editor")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .post("/api/v1/stories/{id}/submit", story)
                .then()
                .statusCode(200);
        act(story, "release", "editor2", null).then().statusCode(200);
        String adaptation = Network.adapted(shop, story);
        String ofStory = "items.findAll { it.subject == 'story/%s' }".formatted(story);
        as("admin")
                .get("/api/v1/audit/content?limit=100")
                .then()
                .statusCode(200)
                .body(ofStory + ".action", is(List.of("story.released", "story.submitted", "story.created")))
                .body(
                        ofStory + ".find { it.action == 'story.submitted' }.trace",
                        is("4bf92f3577b34da6a3ce929d0e0e4736"))
                .body(ofStory + ".find { it.action == 'story.released' }.member", notNullValue());
        as("admin")
                .get("/api/v1/audit/content?shop={shop}", shop)
                .then()
                .body("items.shop", everyItem(is(shop)))
                .body("items.subject", hasItems("adaptation/" + adaptation));
    }

    @Test
    void whatIsRefusedIsALineOfItsOwnAlthoughItsTransactionIsGone() {
        String story = Network.draft("\"body\": \"Tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        Network.on(seen, "editor2")
                .header("X-Forwarded-For", "203.0.113.7")
                .post("/api/v1/stories/{id}/release", story)
                .then()
                .statusCode(409);
        as("admin")
                .get("/api/v1/audit/content?limit=100")
                .then()
                .rootPath("items.findAll { it.subject == '/api/v1/stories/%s/release' }".formatted(story))
                .body("action", is(List.of("releaseStory")))
                .body("outcome", is(List.of("refused")))
                .body("status", is(List.of(409)))
                .body("origin", is(List.of("203.0.113.7")))
                .body("[0].member", notNullValue());
    }

    @Test
    void aManagerReadsAboutTheOwnShopAndNobodyElses() {
        String shop = Network.newShop();
        String other = Network.newShop();
        Network.centralGroup();
        String adaptation = Network.adapted(shop, Network.released("\"body\": \"Tekst.\""));
        as(shop + "-manager")
                .get("/api/v1/audit/content")
                .then()
                .statusCode(200)
                .body("items.shop", everyItem(is(shop)))
                .body("items.subject", hasItems("adaptation/" + adaptation));
        as(other + "-manager")
                .get("/api/v1/audit/content?shop={shop}", shop)
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
    }

    @Test
    void othersDoNotReadIt() {
        String shop = Network.newShop();
        Network.centralGroup();
        as("editor").get("/api/v1/audit/content").then().statusCode(403);
        as(shop + "-publisher").get("/api/v1/audit/content").then().statusCode(403);
    }
}
