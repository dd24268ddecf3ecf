package nl.etalage.shops.group;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupsTest {

    private String group;

    @BeforeEach
    void anEditorMakesAGroup() {
        central("editor", "editor");
        group = newSlug();
        as("editor")
                .body(Map.of("slug", group, "name", "Regio Utrecht"))
                .post("/api/v1/groups")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("slug", equalTo(group))
                .body("name", equalTo("Regio Utrecht"));
    }

    @Test
    void everyMemberOfTheNetworkReadsGroups() {
        String slug = newShop();
        as(slug + "-contributor")
                .get("/api/v1/groups/{group}", group)
                .then()
                .statusCode(200)
                .body("slug", equalTo(group));
        as(slug + "-contributor")
                .get("/api/v1/groups?limit=100")
                .then()
                .statusCode(200)
                .body("items.slug", hasItem(group));
        as("stranger").get("/api/v1/groups").then().statusCode(403);
    }

    @Test
    void aShopsManagerMakesNoGroups() {
        String slug = newShop();
        as(slug + "-manager")
                .body(Map.of("slug", newSlug(), "name", "Onze groep"))
                .post("/api/v1/groups")
                .then()
                .statusCode(403);
    }

    @Test
    void anEditorRenamesAGroup() {
        patching("editor", 0, "{\"name\": \"Midden-Nederland\"}")
                .patch("/api/v1/groups/{group}", group)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Midden-Nederland"));
    }

    @Test
    void aTakenSlugAndAWrongOneArePointedAt() {
        as("editor")
                .body(Map.of("slug", group, "name", "Nog een"))
                .post("/api/v1/groups")
                .then()
                .statusCode(409)
                .body("violations[0].pointer", equalTo("/slug"));
        as("editor")
                .body(Map.of("slug", "met spatie", "name", ""))
                .post("/api/v1/groups")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/slug", "/name"));
    }

    @Test
    void aGroupWithShopsStays() {
        String slug = newShop();
        patching(ADMIN, 0, "{\"groups\": [\"" + group + "\"]}").patch("/api/v1/shops/{slug}", slug);
        as("editor")
                .header("If-Match", "\"0\"")
                .delete("/api/v1/groups/{group}", group)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/group-in-use"));
    }

    @Test
    void anEmptyGroupGoes() {
        as("editor")
                .header("If-Match", "\"0\"")
                .delete("/api/v1/groups/{group}", group)
                .then()
                .statusCode(204);
        as("editor")
                .get("/api/v1/groups/{group}", group)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://etalage.nl/problems/group-not-found"));
    }

    @Test
    void deletingNamesTheVersionSeen() {
        assertEquals(428, as("editor").delete("/api/v1/groups/{group}", group).statusCode());
        assertEquals(
                412,
                as("editor")
                        .header("If-Match", "\"4\"")
                        .delete("/api/v1/groups/{group}", group)
                        .statusCode());
    }
}
