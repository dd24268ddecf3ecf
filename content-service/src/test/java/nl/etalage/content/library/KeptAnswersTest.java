package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.newShopIn;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.Network;
import org.junit.jupiter.api.Test;

/** An answer that is kept is the answer that would be made. */
@QuarkusTest
class KeptAnswersTest {

    private static final String PULL = "/api/v1/library?shop={shop}&limit=100";
    private static final String ITEM = "/api/v1/library/{story}?shop={shop}";

    @Test
    void askedAgainItIsTheSameToTheLetter() {
        String shop = newShop();
        released("\"body\": \"Bij {{shop.name}}.\"");
        Response made = machine(shop).get(PULL, shop);
        Response kept = machine(shop).get(PULL, shop);
        assertEquals(made.body().asString(), kept.body().asString());
        assertEquals(made.header("ETag"), kept.header("ETag"));
        assertEquals(made.contentType(), kept.contentType());
    }

    @Test
    void whatIsWithdrawnIsGoneAtOnceFromWhatIsAskedAllDay() {
        String shop = newShop();
        String story = released("\"body\": \"Weg ermee.\"");
        for (int time = 0; time < 3; time++) {
            machine(shop).get(PULL, shop).then().body("items.id", hasItem(story));
            machine(shop).get(ITEM, story, shop).then().statusCode(200);
        }
        act(story, "withdraw", "editor", null).then().statusCode(200);
        machine(shop).get(PULL, shop).then().statusCode(200).body("items.id", not(hasItem(story)));
        machine(shop).get(ITEM, story, shop).then().statusCode(404);
        machine(shop).header("If-None-Match", "*").get(ITEM, story, shop).then().statusCode(404);
    }

    @Test
    void ownWordsShowAtOnceAtThatShopOnly() {
        String shop = newShop();
        String other = newShop();
        String story = released("\"body\": \"Van de redactie.\"");
        String adaptation = adapted(shop, story);
        machine(shop).get(ITEM, story, shop).then().body("body", is("Van de redactie."));
        machine(other).get(ITEM, story, other).then().body("body", is("Van de redactie."));
        patch(
                        as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation),
                        shop + "-publisher",
                        "{\"overrides\": {\"body\": \"Van ons.\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
        machine(shop).get(ITEM, story, shop).then().body("body", is("Van ons."));
        machine(other).get(ITEM, story, other).then().body("body", is("Van de redactie."));
    }

    @Test
    void aShopsOwnPictureIsGoneAtOnceWhenItsConsentIs() {
        String shop = newShop();
        String publisher = shop + "-publisher";
        String story = released("\"body\": \"Met een foto van ons.\"");
        String own = as(publisher)
                .multiPart("file", "eigen.jpg", Network.jpeg(640, 480), "image/jpeg")
                .multiPart("metadata", "{\"altText\": \"Fatima lacht\"}", "application/json")
                .post("/api/v1/assets?shop={shop}", shop)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String adaptation = adapted(shop, story);
        patch(
                        as(publisher).get("/api/v1/adaptations/{id}", adaptation),
                        publisher,
                        "{\"overrides\": {\"assets\": [\"%s\"]}}".formatted(own))
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
        machine(shop).get(ITEM, story, shop).then().body("pictures.id", is(List.of(own)));
        String tag = machine(shop).get(ITEM, story, shop).header("ETag");

        patch(as(publisher).get("/api/v1/assets/{id}", own), publisher, "{\"consent\": {\"given\": false}}")
                .patch("/api/v1/assets/{id}", own)
                .then()
                .statusCode(200);
        machine(shop)
                .header("If-None-Match", tag)
                .get(ITEM, story, shop)
                .then()
                .statusCode(200)
                .body("pictures", empty());
    }

    @Test
    void whoReadsNoneOfTheLanguagesFollowsTheNetworksAtOnce() {
        String shop = newShopIn("fr");
        String dutch = released("\"locale\": \"nl\", \"body\": \"Over koffie.\"");
        String english =
                released("\"locale\": \"en\", \"body\": \"On coffee.\", \"translationOf\": \"%s\"".formatted(dutch));
        for (int time = 0; time < 3; time++) {
            machine(shop)
                    .get(PULL, shop)
                    .then()
                    .body("items.id", hasItem(dutch))
                    .body("items.id", not(hasItem(english)));
        }
        String tag = machine(shop).get(PULL, shop).header("ETag");
        String searched = machine(shop).get(PULL + "&q=koffie", shop).header("ETag");
        try {
            Network.centralSpeaks("en", 1);
            for (String[] asked : new String[][] {{PULL, tag}, {PULL + "&q=koffie", searched}}) {
                eventually(() -> machine(shop)
                                .header("If-None-Match", asked[1])
                                .get(asked[0], shop)
                                .statusCode()
                        == 200);
            }
            machine(shop)
                    .get(PULL, shop)
                    .then()
                    .body("items.id", hasItem(english))
                    .body("items.id", not(hasItem(dutch)));
        } finally {
            Network.centralSpeaks("nl", 2);
        }
        eventually(() ->
                machine(shop).get(PULL, shop).jsonPath().getList("items.id").contains(dutch));
    }

    @Test
    void whoIsNoMemberAnyMoreGetsNothingThatWasKeptForThem() {
        String shop = newShop();
        String person = shop + "-leaver";
        UUID member = Network.member(shop, person, "publisher");
        eventually(() -> as(person).get(PULL, shop).statusCode() == 200);
        as(person).get(PULL, shop).then().statusCode(200);
        Network.removed(member);
        eventually(() -> as(person).get(PULL, shop).statusCode() == 404);
        machine(shop).get(PULL, shop).then().statusCode(200);
        machine(newShop()).get(PULL, shop).then().statusCode(404);
    }
}
