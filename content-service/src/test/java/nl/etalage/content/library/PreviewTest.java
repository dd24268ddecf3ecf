package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.profile;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a story would look at a shop, before any shop can see it. */
@QuarkusTest
class PreviewTest {

    /** A group of the test's own, so that other tests' shops stay out of its lists. */
    private String group;

    @BeforeEach
    void people() {
        Network.centralGroup();
        group = "groep-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String story(String body) {
        return draft("\"body\": \"%s\", \"targetGroups\": [\"%s\"]".formatted(body, group));
    }

    private static Response preview(String story, String shop) {
        return as("editor").get("/api/v1/stories/{id}/preview?shop={shop}", story, shop);
    }

    @Test
    void aDraftIsShownAsTheShopWouldGetItAndNoShopSeesIt() {
        String shop = newShop(group);
        String story = story("Kom naar **{{shop.name}}**. Bel {{shop.phone}}.");
        eventually(() -> preview(story, shop).body().asString().contains("Wereldwinkel " + shop));

        preview(story, shop)
                .then()
                .statusCode(200)
                .body("id", is(story))
                .body("revision", is(0))
                .body("version", is("network"))
                .body("adaptation", nullValue())
                .body("bodyHtml", containsString("<strong>Wereldwinkel " + shop + "</strong>"))
                .body("body", not(containsString("{{")))
                .body("missing", contains("shop.phone"));
        as(shop + "-manager")
                .get("/api/v1/library?shop={shop}", shop)
                .then()
                .statusCode(200)
                .body("items.id", not(contains(story)));
    }

    @Test
    void whatIsWrittenAfterAReleaseIsShownToo() {
        String shop = newShop(group);
        String story = story("Eerst dit.");
        act(story, "submit", "editor", null).then().statusCode(200);
        act(story, "release", "editor2", null).then().statusCode(200);
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"Beter\", \"severity\": \"minor\", \"changes\": {\"body\": \"Nu dat.\"}}")
                .then()
                .statusCode(200);

        preview(story, shop).then().statusCode(200).body("body", is("Nu dat.")).body("revision", is(2));
    }

    @Test
    void aShopThatIsNotNamedOrDoesNotExistIsRefused() {
        String story = story("Tekst.");

        as("editor")
                .get("/api/v1/stories/{id}/preview", story)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("#shop"));
        preview(story, "nergens").then().statusCode(404);
    }

    @Test
    void shopsWithAnEmptyFieldAreListedToTheLastAndOnlyThoseTheStoryIsFor() {
        String first = newShop(group);
        String second = newShop(group);
        String whole = newShop(group);
        String elsewhere = newShop();
        profile(whole, 2, "\"Heel\"", "\"ma-za 10.00-17.00\"", group);
        profile(second, 2, "\"Tweede\"", "null", group);
        String story = story("Bij {{shop.name}} in {{shop.town}}, open {{shop.openingHours}}. {{campaign.name}}!");
        eventually(() -> emptyAt(story, null).jsonPath().getList("items.shop").equals(List.of(second)));

        emptyAt(story, null)
                .then()
                .statusCode(200)
                .body("items.shop", contains(second))
                .body("items.fields", contains(List.of("shop.openingHours")))
                .body("nextPageToken", nullValue());

        String phone = story("Bel {{shop.phone}}.");
        Response page = emptyAt(phone, null);
        assertEquals(List.of(first), page.jsonPath().getList("items.shop"));
        Response next = emptyAt(phone, page.jsonPath().getString("nextPageToken"));
        assertEquals(List.of(second), next.jsonPath().getList("items.shop"));
        Response last = emptyAt(phone, next.jsonPath().getString("nextPageToken"));
        assertEquals(List.of(whole), last.jsonPath().getList("items.shop"));
        last.then().body("nextPageToken", nullValue());
        assertNotEquals(whole, elsewhere);
    }

    @Test
    void aStoryWithoutMergeFieldsMissesNothing() {
        newShop(group);

        emptyAt(story("Gewone tekst."), null).then().statusCode(200).body("items", empty());
    }

    @Test
    void aDraftThatIsHardlyBegunCanBeSeen() {
        String shop = newShop(group);
        String story =
                json("editor", "{\"type\": \"tip\"}").post("/api/v1/stories").path("id");

        preview(story, shop).then().statusCode(200).body("title", is("")).body("bodyHtml", nullValue());
        emptyAt(story, null).then().statusCode(200).body("items", empty());
    }

    private static Response emptyAt(String story, String pageToken) {
        var request = as("editor").queryParam("limit", 1);
        if (pageToken != null) {
            request = request.queryParam("pageToken", pageToken);
        }
        return request.get("/api/v1/stories/{id}/empty-fields", story);
    }
}
