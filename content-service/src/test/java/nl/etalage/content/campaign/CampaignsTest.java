package nl.etalage.content.campaign;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import nl.etalage.content.Network;
import nl.etalage.content.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CampaignsTest {

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    @AfterEach
    void release() {
        TestSettings.timeGoesOn();
    }

    private static String campaign(String members) {
        return json(
                        "editor",
                        "{\"name\": \"Lente\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2099-06-30\"" + members
                                + "}")
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String join(String shop) {
        return "{\"shop\": \"%s\"}".formatted(shop);
    }

    @Test
    void aCampaignHasStoriesAndDatedTasks() {
        String story = Network.released("\"body\": \"Tekst.\"");
        String shop = newShop();
        String id = campaign(
                """
                , "stories": ["%1$s"], "joinUntil": "2099-01-31",
                "tasks": [{"date": "2099-02-01", "title": "Hang de poster op", "story": "%1$s"}]"""
                        .formatted(story));
        as(shop + "-contributor")
                .get("/api/v1/campaigns/{id}", id)
                .then()
                .statusCode(200)
                .body("state", is("running"), "stories", is(List.of(story)), "tasks[0].title", is("Hang de poster op"));
        machine(shop).get("/api/v1/campaigns").then().statusCode(200).body("items.id", hasItem(id));
        machine(shop)
                .get("/api/v1/library?shop={shop}&campaign={id}", shop, id)
                .then()
                .body("items.id", is(List.of(story)));
        as("stranger").get("/api/v1/campaigns").then().statusCode(403);
        json(shop + "-manager", "{\"name\": \"x\"}")
                .post("/api/v1/campaigns")
                .then()
                .statusCode(403);
    }

    @Test
    void aChangedCampaignChangesTheLibrary() {
        String story = Network.released("\"body\": \"Bij {{campaign.name}}.\"");
        String shop = newShop();
        String before = machine(shop).get("/api/v1/library?shop={shop}", shop).header("ETag");
        String id = campaign(", \"stories\": [\"%s\"]".formatted(story));
        String with = machine(shop).get("/api/v1/library?shop={shop}", shop).header("ETag");
        assertNotEquals(before, with);
        patch(as("editor").get("/api/v1/campaigns/{id}", id), "editor2", "{\"name\": \"Zomer\"}")
                .patch("/api/v1/campaigns/{id}", id)
                .then()
                .statusCode(200)
                .body("name", is("Zomer"), "version", is(2));
        machine(shop)
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .then()
                .body("body", is("Bij Zomer."));
        patch(as("editor").get("/api/v1/campaigns/{id}", id), "editor2", "{\"stories\": []}")
                .patch("/api/v1/campaigns/{id}", id)
                .then()
                .statusCode(200);
        machine(shop)
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .then()
                .body("campaigns", is(List.of()), "missing", is(List.of("campaign.name")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /name",
                "{\"name\": \"x\", \"startsOn\": \"2026-01-02\", \"endsOn\": \"2026-01-01\"} | /endsOn",
                "{\"name\": \"x\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2026-01-02\", \"joinUntil\": \"2026-02-01\"} | /joinUntil",
                "{\"name\": \"x\", \"startsOn\": \"gisteren\"} | /startsOn",
                "{\"name\": \"{{shop.name}}\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2026-01-02\"} | /name",
                "{\"name\": \"x\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2026-01-02\", \"stories\": [\"01936b1e-0000-7000-8000-000000000000\"]} | /stories/0",
                "{\"name\": \"x\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2026-01-02\", \"tasks\": [{}]} | /tasks/0/title",
            })
    void whatCantBeACampaignIsPointedAt(String body, String pointer) {
        json("editor", body)
                .post("/api/v1/campaigns")
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem(pointer));
    }

    @Test
    void aShopJoinsOnceAndLeaves() {
        String shop = newShop();
        String id = campaign("");
        json(shop + "-publisher", join(shop))
                .post("/api/v1/campaigns/{id}/participations", id)
                .then()
                .statusCode(201)
                .body("shop", is(shop), "campaign", is(id));
        json(shop + "-manager", join(shop))
                .post("/api/v1/campaigns/{id}/participations", id)
                .then()
                .statusCode(200);
        as(shop + "-manager")
                .delete("/api/v1/campaigns/{id}/participations/{shop}", id, shop)
                .then()
                .statusCode(204);
        as(shop + "-manager")
                .delete("/api/v1/campaigns/{id}/participations/{shop}", id, shop)
                .then()
                .statusCode(404);
    }

    @Test
    void onlyAManagerOrPublisherJoinsForTheirOwnShop() {
        String shop = newShop();
        String other = newShop();
        String id = campaign("");
        String path = "/api/v1/campaigns/" + id + "/participations";
        json(shop + "-contributor", join(shop)).post(path).then().statusCode(403);
        json(other + "-manager", join(shop)).post(path).then().statusCode(404);
        json("editor", join(shop)).post(path).then().statusCode(404);
        json(shop + "-manager", "{}").post(path).then().statusCode(422);
    }

    @Test
    void everyShopSeesItselfAndTheCentralGroupSeesAll() {
        String shop = newShop();
        String other = newShop();
        String id = campaign("");
        String path = "/api/v1/campaigns/" + id + "/participations";
        json(shop + "-manager", join(shop)).post(path).then().statusCode(201);
        json(other + "-manager", join(other)).post(path).then().statusCode(201);
        as(shop + "-contributor").get(path).then().statusCode(200).body("items.shop", is(List.of(shop)));
        as(shop + "-contributor").get(path + "?shop=" + other).then().body("items.shop", not(hasItem(other)));
        as("coach").get(path).then().body("items.shop", hasItems(shop, other));
    }

    @Test
    void theLastDayToJoinCountsWholeInTheZoneOfTheShop() {
        String shop = newShop();
        String id = campaign(", \"joinUntil\": \"2026-12-05\"");
        CLOCK.set(Instant.parse("2026-12-05T23:00:00Z"));
        Network.profile(shop, 2, "\"Naam\"", "null");
        Network.eventually(() -> json(shop + "-manager", join(shop))
                        .post("/api/v1/campaigns/{id}/participations", id)
                        .statusCode()
                == 409);
        CLOCK.set(Instant.parse("2026-12-05T22:59:59Z"));
        json(shop + "-manager", join(shop))
                .post("/api/v1/campaigns/{id}/participations", id)
                .then()
                .statusCode(201);
    }
}
