package nl.etalage.content.rendering;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import nl.etalage.content.Network;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RenderingTest {

    private static Response render(String shop, String adaptation, String query) {
        return as(shop + "-publisher").get("/api/v1/adaptations/" + adaptation + "/rendering?" + query);
    }

    @Test
    void aTextIsFilledAndPlainWithItsPicturesAndMarkedLink() {
        String shop = newShop();
        String picture = Network.picture();
        String adaptation = adapted(
                shop,
                released(
                        """
                        "body": "Proef **nu** bij {{shop.name}}.\\n\\n- koffie\\n- thee",
                        "link": "{{shop.website}}/koffie", "assets": ["%s"]"""
                                .formatted(picture)));
        render(shop, adaptation, "platform=mastodon&reference=pub-1")
                .then()
                .statusCode(200)
                .body(
                        "text",
                        is(
                                "Proef nu bij Wereldwinkel %s.\n\n- koffie\n- thee\n\nhttps://%s.example/koffie?utm_content=pub-1"
                                        .formatted(shop, shop)))
                .body("link", is("https://%s.example/koffie?utm_content=pub-1".formatted(shop)))
                .body("platform", is("mastodon"), "limit", is(500), "revision", is(1), "adaptationVersion", is(1))
                .body("problems.size()", is(0))
                .body("assets[0].altText", is("Een vrouw plukt rode koffiebessen"))
                .body("assets[0].width", is(800), "assets[0].height", is(600), "assets[0].bytes", greaterThan(100))
                .body("assets[0].url", matchesPattern("http://localhost:8080/api/v1/media/[0-9a-f]{64}/web\\.jpg"))
                .body("hash", matchesPattern("[0-9a-f]{64}"));
        render(shop, adaptation, "platform=wordpress")
                .then()
                .body("text", containsString("**nu**"), "limit", nullValue());
    }

    @Test
    void aTextThatIsTooLongSaysByHowMuch() {
        String shop = newShop();
        String adaptation = adapted(shop, released("\"body\": \"%s\"".formatted("x".repeat(512))));
        render(shop, adaptation, "platform=mastodon")
                .then()
                .statusCode(200)
                .body("length", is(512))
                .body("problems.code", is(List.of("too-long")))
                .body("problems[0].excess", is(12), "problems[0].field", is("body"))
                .body("problems[0].detail", is("De tekst is 12 tekens te lang."));
        render(shop, adaptation, "platform=mastodon&limit=5000")
                .then()
                .body("problems.size()", is(0), "limit", is(5000));
        render(shop, adaptation, "platform=facebook").then().body("problems.size()", is(0));
    }

    @Test
    void aMissingFieldIsNamedAndItsSentenceIsNotLeftWithAHole() {
        String shop = newShop();
        String adaptation = adapted(shop, released("\"body\": \"Kom langs. Bel {{shop.phone}} eerst. Tot dan!\""));
        render(shop, adaptation, "platform=mastodon")
                .then()
                .statusCode(200)
                .body("text", is("Kom langs. Tot dan!"))
                .body("problems.code", is(List.of("missing-field")))
                .body("problems[0].field", is("shop.phone"))
                .body("problems[0].detail", containsString("shop.phone"));
    }

    @Test
    void thePlatformsOwnTextGoesBeforeTheBody() {
        String shop = newShop();
        String story = released("\"body\": \"Lang.\", \"channelTexts\": {\"mastodon\": \"Kort.\"}");
        String adaptation = adapted(shop, story);
        render(shop, adaptation, "platform=mastodon").then().body("text", is("Kort."));
        render(shop, adaptation, "platform=bluesky").then().body("text", is("Lang."));
        Response seen = as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation);
        patch(seen, shop + "-publisher", "{\"overrides\": {\"body\": \"Van ons.\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
        render(shop, adaptation, "platform=mastodon").then().body("text", is("Van ons."));
    }

    @Test
    void theHashFollowsWhatWouldBePublished() {
        String shop = newShop();
        String adaptation = adapted(shop, released("\"body\": \"Tekst.\""));
        String first = render(shop, adaptation, "platform=mastodon").path("hash");
        assertEquals(first, render(shop, adaptation, "platform=mastodon").path("hash"));
        assertNotEquals(first, render(shop, adaptation, "platform=bluesky").path("hash"));
        Response seen = as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation);
        patch(seen, shop + "-publisher", "{\"overrides\": {\"body\": \"Tekst!\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation);
        assertNotEquals(first, render(shop, adaptation, "platform=mastodon").path("hash"));
    }

    @Test
    void whatStandsInTheWayIsNamedOneByOne() {
        String shop = newShop();
        String story = released("\"body\": \"Tekst.\"");
        String adaptation = adapted(shop, story);
        render(shop, adaptation, "platform=instagram").then().body("problems.code", is(List.of("picture-required")));
        act(
                story,
                "correct",
                "editor",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"body\": \"Beter.\"}}");
        render(shop, adaptation, "platform=mastodon")
                .then()
                .body(
                        "text",
                        is("Beter."),
                        "problems.size()",
                        is(0),
                        "warnings.code",
                        is(List.of("source-update")),
                        "revision",
                        is(2));
        act(story, "withdraw", "editor", null);
        render(shop, adaptation, "platform=mastodon")
                .then()
                .statusCode(200)
                .body("problems.code", hasItem("story-withdrawn"));
    }

    @Test
    void aDayAfterTheStoryIsOverIsAProblem() {
        String shop = newShop();
        Instant until = SettableClock.now().plusSeconds(86_400 * 10);
        String adaptation =
                adapted(shop, released("\"body\": \"Tekst.\", \"availableUntil\": \"%s\"".formatted(until)));
        render(shop, adaptation, "platform=mastodon").then().body("problems.size()", is(0));
        String later = until.plusSeconds(86_400 * 5).toString().substring(0, 10);
        render(shop, adaptation, "platform=mastodon&on=" + later)
                .then()
                .body("problems.code", hasItem("story-not-available"));
    }

    @Test
    void aCampaignFillsItsFieldsUntilItIsOver() {
        String shop = newShop();
        String story = released("\"body\": \"{{campaign.name}} duurt tot en met {{campaign.endsOn}}.\"");
        String adaptation = adapted(shop, story);
        render(shop, adaptation, "platform=mastodon").then().body("problems.code", hasItem("missing-field"));
        String campaign = Network.json(
                        "editor",
                        """
                        {"name": "Koop een betere wereld", "startsOn": "2026-01-01", "endsOn": "2099-12-31", "stories": ["%s"]}"""
                                .formatted(story))
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        render(shop, adaptation, "platform=mastodon")
                .then()
                .body("text", is("Koop een betere wereld duurt tot en met 31 december 2099."))
                .body("campaign", is(campaign), "problems.size()", is(0));
        render(shop, adaptation, "platform=mastodon&on=2100-01-01")
                .then()
                .body("problems.code", hasItem("campaign-over"));
    }

    @Test
    void problemsSpeakTheLanguageOfTheCaller() {
        String shop = newShop();
        String adaptation = adapted(shop, released("\"body\": \"%s\"".formatted("x".repeat(501))));
        io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + nl.etalage.testing.Tokens.person(shop + "-publisher"))
                .header("Accept-Language", "en-GB")
                .get("/api/v1/adaptations/{id}/rendering?platform=mastodon", adaptation)
                .then()
                .body("problems[0].detail", is("The text is 1 characters too long."));
    }

    @ParameterizedTest
    @CsvSource({
        "platform=myspace, #platform",
        "x=y, #platform",
        "platform=mastodon&limit=0, #limit",
        "platform=mastodon&on=morgen, #on",
        "platform=mastodon&on=+999999-01-01, #on",
        "platform=mastodon&reference=a b, #reference",
    })
    void aQuestionThatCantBeAnsweredIsPointedAt(String query, String pointer) {
        String shop = newShop();
        String adaptation = adapted(shop, released("\"body\": \"Tekst.\""));
        render(shop, adaptation, query).then().statusCode(422).body("violations.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mastodon",
                "bluesky",
                "facebook",
                "instagram",
                "threads",
                "linkedin",
                "google-business",
                "wordpress",
                "newsletter",
                "webhook",
                "website-feed",
                "poster",
                "assisted"
            })
    void everyPlatformIsRendered(String platform) {
        String shop = newShop();
        String adaptation = adapted(shop, released("\"body\": \"Bij {{shop.name}}.\""));
        render(shop, adaptation, "platform=" + platform)
                .then()
                .statusCode(200)
                .body("text", containsString("Bij Wereldwinkel"))
                .body("text", not(containsString("{{")))
                .body("length", notNullValue());
    }
}
