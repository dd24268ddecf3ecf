package nl.etalage.content.adaptation;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.on;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.etalage.content.BackgroundWork;
import nl.etalage.content.Network;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AdaptationsTest {

    private static Response read(String shop, String adaptation) {
        return as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation);
    }

    private static Response override(String shop, String adaptation, String overrides) {
        return patch(read(shop, adaptation), shop + "-publisher", "{\"overrides\": %s}".formatted(overrides))
                .patch("/api/v1/adaptations/{id}", adaptation);
    }

    private static void correct(String story, String changes) {
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"Klopte niet\", \"severity\": \"major\", \"changes\": %s}".formatted(changes))
                .then()
                .statusCode(200);
    }

    @Test
    void aShopHasOneAdaptationOfAStory() {
        String shop = newShop();
        String story = released("\"body\": \"Tekst.\"");
        String body = "{\"shop\": \"%s\", \"story\": \"%s\"}".formatted(shop, story);
        String id = json(shop + "-contributor", body)
                .post("/api/v1/adaptations")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", is("open"), "revision", is(1), "sourceUpdate", is(false), "overrides.title", nullValue())
                .extract()
                .path("id");
        json(shop + "-manager", body)
                .post("/api/v1/adaptations")
                .then()
                .statusCode(200)
                .body("id", is(id));
        as(shop + "-webmaster")
                .get("/api/v1/adaptations?shop={shop}&story={story}", shop, story)
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(id)));
    }

    @Test
    void manyWhoAdaptAtOnceGetOne() throws Exception {
        String shop = newShop();
        String story = released("\"body\": \"Tekst.\"");
        Callable<Response> adapt =
                () -> json(shop + "-publisher", "{\"shop\": \"%s\", \"story\": \"%s\"}".formatted(shop, story))
                        .post("/api/v1/adaptations");
        ExecutorService many = Executors.newFixedThreadPool(6);
        List<Future<Response>> answers = many.invokeAll(Collections.nCopies(6, adapt));
        many.shutdown();
        String id = answers.get(0).get().path("id");
        int made = 0;
        for (Future<Response> answer : answers) {
            assertEquals(id, answer.get().path("id"));
            made += answer.get().statusCode() == 201 ? 1 : 0;
        }
        assertEquals(1, made);
    }

    @Test
    void ownWordsStandAndNullGivesThemBack() {
        String shop = newShop();
        String story = released("\"body\": \"Tekst.\", \"question\": \"Wat vind jij?\"");
        String adaptation = adapted(shop, story);
        override(
                        shop,
                        adaptation,
                        "{\"title\": \"Onze koffie\", \"channelTexts\": {\"mastodon\": \"Kort!\"}, \"question\": \"En jij?\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("overrides.title", is("Onze koffie"), "overrides.channelTexts.mastodon", is("Kort!"));
        override(shop, adaptation, "{\"title\": null, \"channelTexts\": {\"mastodon\": null}}")
                .then()
                .statusCode(200)
                .body("overrides.title", nullValue(), "overrides.question", is("En jij?"))
                .body("overrides.channelTexts.mastodon", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"overrides\": {\"title\": \"Anders\"}} | /overrides/title",
                "{\"overrides\": {\"body\": \"Bij {{shop.nix}}\"}} | /overrides/body",
                "{\"overrides\": {\"colour\": \"red\"}} | /overrides/colour",
                "{\"overrides\": {\"assets\": [\"01936b1e-0000-7000-8000-000000000000\"]}} | /overrides/assets/0",
                "{\"overrides\": {\"channelTexts\": {\"mastodon\": 3}}} | /overrides/channelTexts/mastodon",
                "{\"revision\": 7} | /revision",
            })
    void whatAShopMayNotSayIsPointedAt(String change, String pointer) {
        String shop = newShop();
        String story = released("\"body\": \"Tekst.\", \"lockedFields\": [\"title\"]");
        String adaptation = adapted(shop, story);
        patch(read(shop, adaptation), shop + "-publisher", change)
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem(pointer));
        read(shop, adaptation).then().body("version", is(1));
    }

    @Test
    void aShopChoosesAmongTheStorysPicturesAndItsOwn() {
        String shop = newShop();
        String ofStory = Network.picture();
        String ofNobody = Network.picture();
        String own = as(shop + "-publisher")
                .multiPart("file", "x.jpg", Network.jpeg(50, 50))
                .multiPart("metadata", "{\"altText\": \"Onze winkel\"}", "application/json")
                .post("/api/v1/assets?shop={shop}", shop)
                .path("id");
        String adaptation = adapted(shop, released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(ofStory)));
        override(shop, adaptation, "{\"assets\": [\"%s\", \"%s\"]}".formatted(own, ofStory))
                .then()
                .statusCode(200);
        override(shop, adaptation, "{\"assets\": [\"%s\"]}".formatted(ofNobody))
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/overrides/assets/0"));
        String url = as(shop + "-publisher")
                .get("/api/v1/adaptations/{id}/rendering?platform=mastodon", adaptation)
                .then()
                .body("assets.id", is(List.of(own, ofStory)))
                .extract()
                .path("assets[0].url");
        Network.anonymous().get(url.replace("http://localhost:8080", "")).then().statusCode(200);
    }

    @Test
    void aSourceUpdateShowsFieldByFieldWhatChanged() {
        String shop = newShop();
        String story = released("\"body\": \"Oud.\"");
        String adaptation = adapted(shop, story);
        override(shop, adaptation, "{\"body\": \"Van ons.\"}").then().statusCode(200);
        correct(story, "{\"body\": \"Nieuw.\", \"title\": \"Nieuwe titel\", \"themes\": [\"koffie\"]}");
        read(shop, adaptation)
                .then()
                .body("sourceUpdate", is(true), "revision", is(1), "overrides.body", is("Van ons."));
        as(shop + "-publisher")
                .get("/api/v1/adaptations/{id}/source-update", adaptation)
                .then()
                .statusCode(200)
                .body("from", is(1), "to", is(2), "note", is("Klopte niet"), "severity", is("major"))
                .body("fields.field", containsInAnyOrder("title", "body"))
                .body("fields.find { it.field == 'body' }.before", is("Oud."))
                .body("fields.find { it.field == 'body' }.after", is("Nieuw."))
                .body("fields.find { it.field == 'body' }.ours", is("Van ons."))
                .body("fields.find { it.field == 'title' }.ours", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                         | Van ons. | Nieuwe titel",
                "{\"take\": [\"body\"]}                     | Nieuw.   | Nieuwe titel",
                "{\"keep\": [\"body\", \"title\"]}          | Van ons. | De vrouwen achter de koffie",
                "{\"take\": [\"body\"], \"keep\": [\"title\"]} | Nieuw. | De vrouwen achter de koffie",
            })
    void aShopTakesOrKeepsFieldByField(String choice, String body, String title) {
        String shop = newShop();
        String story = released("\"body\": \"Oud.\"");
        String adaptation = adapted(shop, story);
        override(shop, adaptation, "{\"body\": \"Van ons.\"}");
        correct(story, "{\"body\": \"Nieuw.\", \"title\": \"Nieuwe titel\"}");
        on(read(shop, adaptation), shop + "-publisher")
                .contentType(ContentType.JSON)
                .body(choice)
                .post("/api/v1/adaptations/{id}/source-update", adaptation)
                .then()
                .statusCode(200)
                .body("revision", is(2), "sourceUpdate", is(false));
        machine(shop)
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .then()
                .body("body", is(body), "title", is(title));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"take\": [\"summary\"]} | /take",
                "{\"keep\": [\"title\"]} | /keep",
                "{\"take\": [\"body\"], \"keep\": [\"body\"]} | /keep",
                "{\"take\": [\"price\"]} | /take/0",
            })
    void aChoiceThatCantBeIsRefused(String choice, String pointer) {
        String shop = newShop();
        String story = released("\"body\": \"Oud.\"");
        String adaptation = adapted(shop, story);
        correct(story, "{\"body\": \"Nieuw.\", \"title\": \"Nieuwe titel\", \"lockedFields\": [\"title\"]}");
        on(read(shop, adaptation), shop + "-publisher")
                .contentType(ContentType.JSON)
                .body(choice)
                .post("/api/v1/adaptations/{id}/source-update", adaptation)
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem(pointer));
    }

    @Test
    void aRecalledAdaptationDoesNotChange() {
        String shop = newShop();
        String story = released("\"body\": \"Tekst.\"");
        String adaptation = adapted(shop, story);
        act(story, "withdraw", "editor", null).then().statusCode(200);
        override(shop, adaptation, "{\"title\": \"Toch\"}")
                .then()
                .statusCode(409)
                .body("type", is("https://etalage.nl/problems/adaptation-recalled"));
    }

    @Test
    void anotherShopsAdaptationIsAsIfAbsent() {
        String shop = newShop();
        String other = newShop();
        String adaptation = adapted(shop, released("\"body\": \"Tekst.\""));
        String[] paths = {"", "/source-update", "/rendering?platform=mastodon"};
        for (String path : paths) {
            as(other + "-manager")
                    .get("/api/v1/adaptations/" + adaptation + path)
                    .then()
                    .statusCode(404);
            as("editor").get("/api/v1/adaptations/" + adaptation + path).then().statusCode(404);
            Network.anonymous()
                    .get("/api/v1/adaptations/" + adaptation + path)
                    .then()
                    .statusCode(401);
        }
        as(other + "-manager")
                .get("/api/v1/adaptations?shop={shop}", shop)
                .then()
                .statusCode(404);
        patch(read(shop, adaptation), other + "-manager", "{\"overrides\": {\"title\": \"x\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(404);
    }

    @Test
    void aWebmasterAndAWebshopWithoutTheScopeDoNotWrite() {
        String shop = newShop();
        String adaptation = adapted(shop, released("\"body\": \"Tekst.\""));
        patch(read(shop, adaptation), shop + "-webmaster", "{\"overrides\": {\"title\": \"x\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(403);
        machine(shop).get("/api/v1/adaptations/{id}", adaptation).then().statusCode(403);
    }

    @Test
    void everyChangeIsAnEventForServices() {
        String shop = newShop();
        String story = released("\"body\": \"Tekst.\"");
        String adaptation = adapted(shop, story);
        override(shop, adaptation, "{\"title\": \"Eigen\"}");
        List<Object> told = BackgroundWork.told("work", "adaptation/" + adaptation).stream()
                .map(event -> event.get("data"))
                .toList();
        assertEquals(
                Stream.of(1, 2)
                        .map(version -> Map.<String, Object>of(
                                "adaptation", adaptation,
                                "shop", shop,
                                "story", story,
                                "revision", 1,
                                "state", "open",
                                "version", version))
                        .toList(),
                told);
        assertEquals(
                "nl.etalage.content.story.released.v1",
                BackgroundWork.told("work", "story/" + story).get(0).get("type"));
        machine(shop).get("/events?feed=work").then().statusCode(403);
        as(shop + "-manager").get("/events?feed=work").then().statusCode(403);
        Network.with(Tokens.service("scheduling-service"))
                .get("/events?feed=other")
                .then()
                .statusCode(422);
        Network.with(Tokens.service("scheduling-service"))
                .get("/events?feed=work&lastEventId=x")
                .then()
                .statusCode(422);
    }
}
