package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.on;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.picture;
import static nl.etalage.content.Network.profile;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.Network.theme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A story read by itself is prepared once for all shops, and what was prepared holds until something in it changes. */
@QuarkusTest
class PreparedSinglesTest {

    private static final int LOOKS = 200;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String ITEM = "/api/v1/library/{story}?shop={shop}";

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    /** When the story was prepared last; null when it isn't. */
    private String madeAt(String story) {
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT max(made_at)::text FROM prepared_story WHERE story = ? AND marked IS NOT NULL")) {
            select.setObject(1, UUID.fromString(story));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Asks by a shop that nobody is, until it is prepared after a change. Who asks while it is being prepared prepares it
     * too, so nobody asks again too soon.
     */
    private void prepared(String story, String before) {
        eventually(() -> {
            String shop = newShop();
            machine(shop).get(ITEM, story, shop).then().statusCode(200);
            for (int look = 0; look < LOOKS && !isPrepared(story, before); look++) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            return isPrepared(story, before);
        });
    }

    private boolean isPrepared(String story, String before) {
        String now = madeAt(story);
        return now != null && !now.equals(before);
    }

    private static Response item(String story, String shop) {
        return machine(shop).get(ITEM, story, shop);
    }

    @Test
    void theFirstToAskPreparesItForAllAndItIsNotPreparedAgain() {
        String story = released("\"body\": \"Kom naar {{shop.name}} in {{shop.town}}.\"");
        prepared(story, null);
        String once = madeAt(story);
        for (int time = 0; time < 3; time++) {
            String shop = newShop();
            profile(shop, 2, "\"Winkel %d\"".formatted(time), "\"ma 10-17\"");
            String name = "Winkel " + time;
            eventually(() -> item(story, shop).body().asString().contains(name));
        }
        assertEquals(once, madeAt(story));
    }

    @Test
    void aShopWithoutAValueGetsItsOwnFormAndOneWithAnOddValueSeesItInItsPlace() {
        String story = released("\"body\": \"Welkom. Open: {{shop.openingHours}}. Tot bij {{shop.name}}!\"");
        String full = newShop();
        profile(full, 2, "\"Winkel Vol\"", "\"ma 10-17\"");
        eventually(() -> item(story, full).body().asString().contains("ma 10-17"));
        prepared(story, null);
        String none = newShop();
        profile(none, 2, "\"Winkel Leeg\"", "null");
        String odd = newShop();
        profile(odd, 2, "\"*Ster* & <b>Co</b>\"", "\"ma 10-17\"");
        for (int time = 0; time < 3; time++) {
            eventually(() -> item(story, none).body().asString().contains("Winkel Leeg"));
            item(story, none)
                    .then()
                    .body("body", is("Welkom. Tot bij Winkel Leeg!"))
                    .body("missing", contains("shop.openingHours"));
            eventually(() -> item(story, odd).body().asString().contains("Ster"));
            item(story, odd)
                    .then()
                    .body("bodyHtml", containsString("*Ster* &amp; &lt;b&gt;Co&lt;/b&gt;"))
                    .body("bodyHtml", not(containsString("<b>")));
            item(story, full).then().body("body", containsString("ma 10-17"));
        }
    }

    @Test
    void anotherAltTextOfItsPictureShowsAtOnce() {
        String picture = picture();
        String story = released("\"body\": \"Met foto.\", \"assets\": [\"%s\"]".formatted(picture));
        prepared(story, null);
        String before = madeAt(story);
        String shop = newShop();
        item(story, shop).then().body("pictures[0].altText", is("Een vrouw plukt rode koffiebessen"));
        patch(as("editor").get("/api/v1/assets/{id}", picture), "editor", "{\"altText\": \"Een man plukt thee\"}")
                .patch("/api/v1/assets/{id}", picture)
                .then()
                .statusCode(200);
        item(story, shop).then().body("pictures[0].altText", is("Een man plukt thee"));
        prepared(story, before);
        item(story, shop).then().body("pictures[0].altText", is("Een man plukt thee"));
    }

    @Test
    void aCorrectionShowsAtOnce() {
        String story = released("\"body\": \"Eerst.\"");
        prepared(story, null);
        String before = madeAt(story);
        String shop = newShop();
        item(story, shop).then().body("body", is("Eerst."));
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"Anders\", \"severity\": \"minor\", \"changes\": {\"body\": \"Toen.\"}}")
                .then()
                .statusCode(200);
        item(story, shop).then().body("body", is("Toen.")).body("revision", is(2));
        prepared(story, before);
        item(story, shop).then().body("body", is("Toen.")).body("revision", is(2));
    }

    @Test
    void aCampaignThatItJoinsShowsAtOnce() {
        String story = released("\"body\": \"Van de campagne.\"");
        prepared(story, null);
        String shop = newShop();
        item(story, shop).then().body("campaigns", empty());
        String campaign = json(
                        "editor",
                        """
                        {"name": "Lente", "startsOn": "2026-01-01", "endsOn": "2099-06-30", "stories": ["%s"]}"""
                                .formatted(story))
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        item(story, shop).then().body("campaigns", contains(campaign));
    }

    @Test
    void aThemeThatBecamePartOfAnotherShowsAtOnce() {
        String name = "Eerst " + UUID.randomUUID();
        String gone = theme(name);
        String stays = theme("Nu " + UUID.randomUUID());
        String story = released("\"body\": \"Met thema.\", \"themes\": [\"%s\"]".formatted(gone));
        prepared(story, null);
        String shop = newShop();
        item(story, shop).then().body("themes", contains(gone));
        on(as("editor").get("/api/v1/themes/{key}", gone), "editor")
                .contentType(ContentType.JSON)
                .body("{\"into\": \"%s\"}".formatted(stays))
                .post("/api/v1/themes/{key}/merge", gone)
                .then()
                .statusCode(200);
        item(story, shop).then().body("themes", contains(stays));
    }

    @Test
    void aStoryInALanguageThatShopsDontHaveSpeaksOfEachShopAllTheSame() {
        String story =
                released("\"locale\": \"de\", \"body\": \"Komm zu {{shop.name}}. Offen: {{shop.openingHours}}.\"");
        String without = newShop();
        profile(without, 2, "\"Winkel Ohne\"", "null");
        String with = newShop();
        profile(with, 2, "\"Winkel Mit\"", "\"ma 10-17\"");
        eventually(() -> item(story, with).body().asString().contains("Winkel Mit"));
        eventually(() -> item(story, without).body().asString().contains("Winkel Ohne"));
        for (int time = 0; time < 3; time++) {
            item(story, without).then().body("body", is("Komm zu Winkel Ohne."));
            item(story, with).then().body("body", is("Komm zu Winkel Mit. Offen: ma 10-17."));
        }
    }

    @Test
    void aCharacterOfPrivateUseStaysWhatItIs() {
        String story = released("\"body\": \"Icoon \\uE001\\uE012\\uE002 en \\uE005.\"");
        for (int time = 0; time < 4; time++) {
            String shop = newShop();
            item(story, shop).then().statusCode(200).body("body", is("Icoon \uE001\uE012\uE002 en \uE005."));
        }
    }

    @Test
    void aShopWithAnOddValueDoesNotHaveItPreparedAgain() {
        String story = released("\"body\": \"Bij {{shop.name}}.\"");
        prepared(story, null);
        String once = madeAt(story);
        String odd = newShop();
        profile(odd, 2, "\"2Switch_!\"", "null");
        eventually(() -> item(story, odd).body().asString().contains("2Switch"));
        for (int time = 0; time < 3; time++) {
            profile(odd, 3 + time, "\"%dSwitch_!\"".formatted(3 + time), "null");
            String name = (3 + time) + "Switch_!";
            eventually(() -> item(story, odd).body().asString().contains(name));
        }
        assertEquals(once, madeAt(story));
    }

    @Test
    void whatIsWithdrawnIsNotPreparedAnyMore() {
        String story = released("\"body\": \"Weg.\"");
        prepared(story, null);
        assertNotNull(madeAt(story));
        act(story, "withdraw", "editor", null).then().statusCode(200);
        String shop = newShop();
        item(story, shop).then().statusCode(404);
        assertEquals(null, madeAt(story));
    }
}
