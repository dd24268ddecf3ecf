package nl.etalage.content.story;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.on;
import static nl.etalage.content.Network.patch;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.etalage.content.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StoriesTest {

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    @Test
    void aDraftMayBeIncompleteButForItsType() {
        json("editor", "{\"type\": \"tip\"}")
                .post("/api/v1/stories")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/api/v1/stories/"))
                .header("ETag", "\"1\"")
                .body("state", is("draft"))
                .body("revision", is(0))
                .body("title", nullValue())
                .body("owner", is("network"))
                .body("author", is(Network.centralMember("editor").toString()))
                .body("lastEditor", is(Network.centralMember("editor").toString()))
                .body("must.pointer", hasItems("/title", "/functions"))
                .body("must.detail", hasItem("Geef het verhaal een titel."))
                .body("advice.pointer", hasItems("/question", "/assets"))
                .body("advice.detail", hasItem("Een vraag aan de lezer levert reacties op."));
    }

    @Test
    void submitNamesEverythingThatIsMissingAtOnce() {
        String story =
                json("editor", "{\"type\": \"impact\"}").post("/api/v1/stories").path("id");
        act(story, "submit", "editor", null)
                .then()
                .statusCode(422)
                .body("type", is("https://etalage.nl/problems/story-incomplete"))
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/title",
                                "/summary",
                                "/body",
                                "/readerValue",
                                "/locale",
                                "/functions",
                                "/audience",
                                "/details/source",
                                "/details/date",
                                "/details/figure",
                                "/details/unit"))
                .body("violations.detail", hasItem("Geef het verhaal een titel."))
                .body("advice.pointer", containsInAnyOrder("/question", "/callToAction", "/themes", "/assets", "/link"))
                .body("advice.detail", hasItem("Een vraag aan de lezer levert reacties op."));
    }

    @Test
    void aPictureNeedsAnAltTextBeforeSubmit() {
        String bare = as("editor")
                .multiPart("file", "x.jpg", Network.jpeg(40, 30), "image/jpeg")
                .post("/api/v1/assets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String story = Network.draft("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(bare));
        act(story, "submit", "editor", null)
                .then()
                .statusCode(422)
                .body("violations.pointer", is(List.of("/assets/0")))
                .body("violations[0].detail", containsString("wat je ziet"));
    }

    @Test
    void nobodyReleasesTheirOwnAndACoachMayRelease() {
        String story = Network.draft("\"body\": \"Tekst.\"");
        act(story, "submit", "editor", null).then().statusCode(200);
        act(story, "release", "editor", null)
                .then()
                .statusCode(403)
                .body("type", is("https://etalage.nl/problems/own-work"))
                .body("detail", containsString("iemand anders"));
        act(story, "release", "coach", null).then().statusCode(200).body("state", is("released"));
    }

    @Test
    void aCoachDoesNotWriteAndAnAdminDoesNotRelease() {
        json("coach", "{\"type\": \"tip\"}").post("/api/v1/stories").then().statusCode(403);
        String story = Network.draft("\"body\": \"Tekst.\"");
        act(story, "submit", "admin", null).then().statusCode(200);
        act(story, "release", "admin", null).then().statusCode(403);
    }

    @Test
    void aReturnedStoryComesBackAsADraftWithTheNote() {
        String story = Network.draft("\"body\": \"Tekst.\"");
        act(story, "submit", "editor", null);
        act(story, "return", "editor2", "{\"note\": \"Noem de bron\"}")
                .then()
                .statusCode(200)
                .body("state", is("draft"))
                .body("returnNote", is("Noem de bron"));
    }

    @ParameterizedTest
    @CsvSource({
        "draft, release",
        "draft, return",
        "draft, withdraw",
        "draft, confirm",
        "in-review, submit",
        "in-review, withdraw",
        "in-review, confirm",
        "released, submit",
        "released, release",
        "released, return",
    })
    void anActionThatDoesNotFitTheStateIsRefusedWithTheState(String state, String action) {
        String story = Network.draft("\"body\": \"Tekst.\"");
        if (!state.equals("draft")) {
            act(story, "submit", "editor", null);
        }
        if (state.equals("released")) {
            act(story, "release", "editor2", null);
        }
        act(story, action, "editor", null)
                .then()
                .statusCode(409)
                .body("type", is("https://etalage.nl/problems/story-state"))
                .body("detail", containsString(state));
    }

    @Test
    void onlyADraftIsPatched() {
        String story = Network.released("\"body\": \"Tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        patch(seen, "editor", "{\"title\": \"Anders\"}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(409);
    }

    @Test
    void aPatchChangesWhatItNamesAndNullEmpties() {
        String story = Network.draft("\"body\": \"Tekst.\", \"question\": \"Wat vind jij?\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        patch(seen, "editor2", "{\"title\": \"Anders\", \"question\": null, \"themes\": [\"koffie\"]}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", is("Anders"), "question", nullValue(), "body", is("Tekst."), "themes[0]", is("koffie"));
    }

    @Test
    void aChangeNeedsTheVersionItWasMadeOn() {
        String story = Network.draft("\"body\": \"Tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        patch(seen, "editor", "{\"title\": \"Een\"}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(200);
        patch(seen, "editor2", "{\"title\": \"Twee\"}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(412)
                .body("version", is(2));
        as("editor").post("/api/v1/stories/{id}/submit", story).then().statusCode(428);
        as("editor").get("/api/v1/stories/{id}", story).then().body("title", is("Een"));
    }

    @Test
    void aReadIsNotRepeatedToWhoHasIt() {
        String story = Network.draft("\"body\": \"Tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        as("editor")
                .header("If-None-Match", seen.header("ETag"))
                .get("/api/v1/stories/{id}", story)
                .then()
                .statusCode(304);
    }

    @Test
    void aCorrectionIsLiveAtOnceAndUnreviewedUntilASecondEditorConfirms() {
        String story = Network.released("\"body\": \"Tekst.\"");
        act(
                        story,
                        "correct",
                        "editor",
                        """
                        {"note": "Het jaar klopte niet", "severity": "major", "changes": {"body": "Beter."}}""")
                .then()
                .statusCode(200)
                .body("revision", is(2), "unreviewed", is(true), "body", is("Beter."), "state", is("released"));
        as("editor")
                .get("/api/v1/stories/{id}/revisions", story)
                .then()
                .body("items.revision", is(List.of(2, 1)))
                .body("items[0].note", is("Het jaar klopte niet"))
                .body("items[0].unreviewed", is(true))
                .body("items[1].body", is("Tekst."));
        act(story, "confirm", "editor", null).then().statusCode(403);
        act(story, "confirm", "editor2", null).then().statusCode(200).body("unreviewed", is(false));
        as("editor")
                .get("/api/v1/stories/{id}/revisions/2", story)
                .then()
                .body("unreviewed", is(false), "severity", is("major"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"severity\": \"minor\", \"changes\": {\"body\": \"x\"}} | /note",
                "{\"note\": \"n\", \"changes\": {\"body\": \"x\"}} | /severity",
                "{\"note\": \"n\", \"severity\": \"huge\", \"changes\": {\"body\": \"x\"}} | /severity",
                "{\"note\": \"n\", \"severity\": \"minor\"} | /changes",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {}} | /changes",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"body\": \"Tekst.\"}} | /changes",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"type\": \"tip\"}} | /changes/type",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"colour\": \"red\"}} | /changes/colour",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"body\": \"{{shop.nix}}\"}} | /changes/body",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"title\": null}} | /title",
            })
    void aCorrectionThatSaysTooLittleOrTooMuchIsRefused(String body, String pointer) {
        String story = Network.released("\"body\": \"Tekst.\"");
        act(story, "correct", "editor", body).then().statusCode(422).body("violations.pointer", hasItem(pointer));
        as("editor").get("/api/v1/stories/{id}", story).then().body("revision", is(1), "body", is("Tekst."));
    }

    @Test
    void twoWhoReleaseAtOnceReleaseOnce() throws Exception {
        String story = Network.draft("\"body\": \"Tekst.\"");
        act(story, "submit", "editor", null);
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        Callable<Integer> editor = () ->
                on(seen, "editor2").post("/api/v1/stories/{id}/release", story).statusCode();
        Callable<Integer> coach = () ->
                on(seen, "coach").post("/api/v1/stories/{id}/release", story).statusCode();
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<Integer>> answers = both.invokeAll(List.of(editor, coach));
        both.shutdown();
        assertEquals(612, answers.get(0).get() + answers.get(1).get());
        as("editor").get("/api/v1/stories/{id}/revisions", story).then().body("items.size()", is(1));
    }

    @Test
    void aRepeatedCreationIsOneStory() {
        String body = "{\"type\": \"tip\", \"title\": \"Eenmaal\"}";
        String key = "key-" + System.nanoTime();
        String first = json("editor", body)
                .header("Idempotency-Key", key)
                .post("/api/v1/stories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json("editor", body)
                .header("Idempotency-Key", key)
                .post("/api/v1/stories")
                .then()
                .statusCode(201)
                .body("id", is(first));
        json("editor", "{\"type\": \"tip\", \"title\": \"Anders\"}")
                .header("Idempotency-Key", key)
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("type", containsString("idempotency-key"));
    }

    @Test
    void theListPagesFiltersAndIsForTheCentralGroup() {
        String shop = Network.newShop();
        String title = "Zoekterm" + System.nanoTime();
        for (int number = 0; number < 3; number++) {
            Network.draft("\"body\": \"Tekst.\", \"title\": \"%s %d%%\"".formatted(title, number));
        }
        Response first = as("coach")
                .get("/api/v1/stories?state=draft&type=maker&limit=2&q={q}", title.toUpperCase(java.util.Locale.ROOT));
        first.then().statusCode(200).body("items.size()", is(2)).body("nextPageToken", notNullValue());
        as("coach")
                .queryParam("pageToken", first.<String>path("nextPageToken"))
                .get("/api/v1/stories?state=draft&type=maker&limit=2&q={q}", title.toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .body("items.title", is(List.of(title + " 0%")))
                .body("nextPageToken", nullValue());
        as("coach")
                .queryParam("pageToken", first.<String>path("nextPageToken"))
                .get("/api/v1/stories?q=anders")
                .then()
                .statusCode(400);
        as("coach").get("/api/v1/stories?q={q}", title + " 1%").then().body("items.size()", is(1));
        as("coach").get("/api/v1/stories?state=weg").then().statusCode(422).body("violations[0].pointer", is("#state"));
        as(shop + "-manager").get("/api/v1/stories").then().statusCode(403);
        machine(shop).get("/api/v1/stories").then().statusCode(403);
    }

    @Test
    void outsideTheCentralGroupAStoryIsAsIfAbsent() {
        String shop = Network.newShop();
        String story = Network.released("\"body\": \"Tekst.\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        as(shop + "-manager").get("/api/v1/stories/{id}", story).then().statusCode(404);
        machine(shop).get("/api/v1/stories/{id}", story).then().statusCode(404);
        on(seen, shop + "-manager")
                .post("/api/v1/stories/{id}/withdraw", story)
                .then()
                .statusCode(404);
        json(shop + "-manager", "{\"type\": \"tip\"}")
                .post("/api/v1/stories")
                .then()
                .statusCode(403);
    }

    @Test
    void problemsSpeakTheLanguageOfTheCaller() {
        String story =
                json("editor", "{\"type\": \"tip\"}").post("/api/v1/stories").path("id");
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        Network.with(nl.etalage.testing.Tokens.person("editor"))
                .headers(java.util.Map.of("If-Match", seen.header("ETag")))
                .header("Accept-Language", "en")
                .post("/api/v1/stories/{id}/submit", story)
                .then()
                .statusCode(422)
                .body("violations.detail", not(empty()));
    }

    @Test
    void manyWhoStartAStoryWithAPictureAtOnceAreAllServed() throws Exception {
        String body = "{\"type\": \"maker\", \"assets\": [\"%s\"]}".formatted(Network.picture());
        ExecutorService many = Executors.newFixedThreadPool(40);
        try {
            List<Callable<Integer>> drafts = Collections.nCopies(
                    80, () -> json("editor", body).post("/api/v1/stories").statusCode());
            for (Future<Integer> answer : many.invokeAll(drafts)) {
                assertEquals(201, answer.get());
            }
        } finally {
            many.shutdown();
        }
    }
}
