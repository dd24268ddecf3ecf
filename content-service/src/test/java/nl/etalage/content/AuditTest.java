package nl.etalage.content;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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
        String ofStory = "items.findAll { it.target == '%s' }".formatted(story);
        as("admin")
                .get("/api/v1/audit/content?limit=100")
                .then()
                .statusCode(200)
                .body(ofStory + ".what", is(List.of("story.released", "story.submitted", "story.created")))
                .body(ofStory + ".find { it.what == 'story.submitted' }.trace", is("4bf92f3577b34da6a3ce929d0e0e4736"))
                .body(
                        ofStory + ".find { it.what == 'story.released' }.actor",
                        org.hamcrest.Matchers.endsWith("|editor2"));
        as("admin")
                .get("/api/v1/audit/content?shop={shop}", shop)
                .then()
                .body("items.shop", everyItem(is(shop)))
                .body("items.target", hasItems(adaptation));
    }

    @Test
    void whatIsRefusedLeavesNoLine() {
        String story = Network.draft("\"body\": \"Tekst.\"");
        act(story, "release", "editor2", null).then().statusCode(409);
        as("admin")
                .get("/api/v1/audit/content?limit=100")
                .then()
                .body("items.findAll { it.target == '%s' }.what".formatted(story), not(hasItem("story.released")));
    }

    @Test
    void onlyAnAdminReadsIt() {
        String shop = Network.newShop();
        Network.centralGroup();
        as("editor").get("/api/v1/audit/content").then().statusCode(403);
        as(shop + "-manager").get("/api/v1/audit/content").then().statusCode(403);
    }
}
