package nl.etalage.content.feedkey;

import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.TestSettings;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedKeysTest {

    private static final String KEYS = "/api/v1/feed-keys";

    @Inject
    javax.sql.DataSource application;

    @AfterEach
    void timeGoesOn() {
        TestSettings.timeGoesOn();
    }

    private static Response make(String shop, String role) {
        return json(shop + "-" + role, "{\"shop\": \"%s\", \"name\": \"Blok op de site\"}".formatted(shop))
                .post(KEYS);
    }

    private static String secret(String shop) {
        return make(shop, "webmaster").then().statusCode(201).extract().path("key");
    }

    private static Response read(String secret, String form) {
        return anonymous().get("/api/v1/feeds/{feed}", secret + "." + form);
    }

    @Test
    void aWebmasterMakesAKeyAndItsAddressesWorkWithoutSigningIn() throws FeedException {
        String shop = newShop();
        String story = released("\"body\": \"Bij {{shop.name}}.\"");
        Response made = make(shop, "webmaster");
        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("Location", endsWith("/api/v1/feed-keys/" + made.path("id")))
                .body("name", is("Blok op de site"))
                .body("lastUsedAt", nullValue())
                .body("key", matchesRegex("[A-Za-z0-9_-]{43}"))
                .body("feeds.json", is("http://localhost:8080/api/v1/feeds/" + made.path("key") + ".json"));
        for (String form : List.of("json", "atom", "rss")) {
            String address = made.<String>path("feeds." + form).replace("http://localhost:8080", "");
            Response feed = anonymous().get(address);
            feed.then().statusCode(200).header("Cache-Control", "private, no-cache");
            assertTrue(feed.asString().contains(story), form);
            assertFalse(feed.asString().contains(made.path("key")), "what is passed on must not hold the secret");
        }
        String atom = read(made.path("key"), "atom").asString();
        assertEquals(
                "Verhalen van Wereldwinkel " + shop,
                new SyndFeedInput().build(new StringReader(atom)).getTitle());
    }

    @Test
    void aKeyAsksTheSameQuestionsAndPagesToTheEnd() {
        String group = "sleutel-" + System.nanoTime();
        String shop = newShop(group);
        String secret = secret(shop);
        List<String> stories = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            stories.add(
                    0,
                    "urn:uuid:"
                            + released("\"type\": \"playbook\", \"details\": {\"steps\": [\"Een\"]}, \"body\": \"x\","
                                    + " \"targetGroups\": [\"%s\"]".formatted(group)));
        }
        List<String> found = new ArrayList<>();
        String query = "?type=playbook&limit=2";
        while (query != null) {
            Response page = anonymous().get("/api/v1/feeds/" + secret + ".json" + query);
            page.then().statusCode(200).body("next_url", nullValue());
            found.addAll(page.path("items.id"));
            String link = page.header("Link");
            query = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertEquals(stories, found.stream().filter(stories::contains).toList());
        String tag = read(secret, "json").header("ETag");
        anonymous()
                .header("If-None-Match", tag)
                .get("/api/v1/feeds/{feed}", secret + ".json")
                .then()
                .statusCode(304);
        anonymous()
                .get("/api/v1/feeds/{feed}?type=gedicht", secret + ".json")
                .then()
                .statusCode(422);
        anonymous()
                .get("/api/v1/feeds/{feed}?pageToken=onzin", secret + ".json")
                .then()
                .statusCode(400);
    }

    @Test
    void aKeyOpensItsOwnShopOnly() {
        String group = "hek-" + System.nanoTime();
        String inside = secret(newShop(group));
        String outside = secret(newShop("elders"));
        String story = released("\"body\": \"Voor ons.\", \"targetGroups\": [\"%s\"]".formatted(group));
        read(inside, "json").then().body("items[0].id", is("urn:uuid:" + story));
        assertFalse(read(outside, "json").asString().contains(story));
        assertFalse(anonymous()
                .get("/api/v1/feeds/{feed}?shop=winkel-1", outside + ".json")
                .asString()
                .contains(story));
    }

    @Test
    void aRevokedAMalformedAndAnUnknownKeyAreTheSameNothing() {
        String shop = newShop();
        Response made = make(shop, "manager");
        String secret = made.path("key");
        read(secret, "rss").then().statusCode(200);
        as(shop + "-manager")
                .delete(KEYS + "/{id}", made.<String>path("id"))
                .then()
                .statusCode(428);
        as(shop + "-manager")
                .header("If-Match", made.header("ETag"))
                .delete(KEYS + "/{id}", made.<String>path("id"))
                .then()
                .statusCode(204);
        JsonPath revoked = read(secret, "rss").then().statusCode(404).extract().jsonPath();
        for (String other : List.of("A".repeat(43), "x", "", "' OR 1=1 --", "🔑".repeat(10))) {
            JsonPath unknown =
                    read(other, "rss").then().statusCode(404).extract().jsonPath();
            assertEquals(revoked.getString("detail"), unknown.getString("detail"));
            assertEquals(revoked.getString("type"), unknown.getString("type"));
        }
        read(secret(shop), "pdf").then().statusCode(404);
        as(shop + "-manager")
                .get(KEYS + "/{id}", made.<String>path("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void theListSaysWhenAKeyWasLastUsedAndNeverItsSecret() {
        String shop = newShop();
        Response made = make(shop, "webmaster");
        String secret = made.path("key");
        Instant moment = Instant.parse("2026-12-05T10:00:00Z");
        CLOCK.set(moment);
        read(secret, "json").then().statusCode(200);
        CLOCK.set(moment.plusSeconds(30));
        read(secret, "json").then().statusCode(200);
        as(shop + "-manager")
                .get(KEYS + "?shop={shop}", shop)
                .then()
                .statusCode(200)
                .body("items.name", contains("Blok op de site"))
                .body("items[0].lastUsedAt", is("2026-12-05T10:00:00Z"))
                .body("items[0].key", nullValue())
                .body(not(containsString(secret)));
        CLOCK.set(moment.plusSeconds(60));
        read(secret, "json").then().statusCode(200);
        as(shop + "-webmaster")
                .get(KEYS + "/{id}", made.<String>path("id"))
                .then()
                .statusCode(200)
                .body("lastUsedAt", is("2026-12-05T10:01:00Z"))
                .body("key", nullValue());
    }

    @Test
    void onlyAHashOfTheSecretIsKeptAndNoRepeatedAnswerHoldsIt() throws SQLException, NoSuchAlgorithmException {
        String shop = newShop();
        String body = "{\"shop\": \"%s\", \"name\": \"Een keer\"}".formatted(shop);
        String key = UUID.randomUUID().toString();
        Response first =
                json(shop + "-manager", body).header("Idempotency-Key", key).post(KEYS);
        String secret = first.then().statusCode(201).extract().path("key");
        json(shop + "-manager", body)
                .header("Idempotency-Key", key)
                .post(KEYS)
                .then()
                .statusCode(201)
                .body("id", equalTo(first.path("id")))
                .body("key", nullValue())
                .body("feeds", nullValue());
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('app.shop', '*', true)");
            try (ResultSet row =
                    statement.executeQuery("SELECT (SELECT string_agg(encode(hash, 'hex'), ',') FROM feed_key),"
                            + " (SELECT string_agg(k::text, ',') FROM feed_key k),"
                            + " (SELECT string_agg(a::text, ',') FROM audit a),"
                            + " (SELECT string_agg(i::text, ',') FROM idempotency_key i)")) {
                row.next();
                assertTrue(row.getString(1).contains(hash));
                for (int column = 2; column <= 4; column++) {
                    assertFalse(row.getString(column).contains(secret));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Test
    void makingAndRevokingAreInTheTrail() {
        String shop = newShop();
        Response made = make(shop, "manager");
        as(shop + "-manager").header("If-Match", made.header("ETag")).delete(KEYS + "/{id}", made.<String>path("id"));
        as(shop + "-manager")
                .get("/api/v1/audit/content?shop={shop}", shop)
                .then()
                .body("items.action", contains("feed-key.revoked", "feed-key.made"))
                .body("items.subject", contains("feed-key/" + made.path("id"), "feed-key/" + made.path("id")));
    }

    @Test
    void whoDoesNotLookAfterTheWebsiteMakesNoKeys() {
        String shop = newShop();
        String other = newShop();
        for (String role : List.of("publisher", "contributor")) {
            make(shop, role).then().statusCode(403);
            as(shop + "-" + role).get(KEYS + "?shop={shop}", shop).then().statusCode(403);
        }
        machine(shop).get(KEYS + "?shop={shop}", shop).then().statusCode(403);
        as("editor").get(KEYS + "?shop={shop}", shop).then().statusCode(404);
        String id = make(shop, "manager").path("id");
        as(other + "-manager").get(KEYS + "/{id}", id).then().statusCode(404);
        as(other + "-manager").get(KEYS + "?shop={shop}", shop).then().statusCode(404);
        json(other + "-manager", "{\"shop\": \"%s\", \"name\": \"x\"}".formatted(shop))
                .post(KEYS)
                .then()
                .statusCode(404);
    }

    @Test
    void aNameIsAskedAndATwentyFirstKeyIsTooMany() {
        String shop = newShop();
        for (String name : List.of("", " ", "x".repeat(101))) {
            json(shop + "-manager", "{\"shop\": \"%s\", \"name\": \"%s\"}".formatted(shop, name))
                    .post(KEYS)
                    .then()
                    .statusCode(422)
                    .body("violations[0].pointer", is("/name"));
        }
        for (int number = 0; number < 20; number++) {
            make(shop, "manager").then().statusCode(201);
        }
        make(shop, "manager")
                .then()
                .statusCode(409)
                .body("type", is("https://etalage.nl/problems/too-many-feed-keys"))
                .body("detail", startsWith("Jullie winkel heeft al 20 sleutels."));
        as(shop + "-manager")
                .get(KEYS + "?limit=15&shop={shop}", shop)
                .then()
                .body("items.size()", is(15))
                .body("nextPageToken", not(nullValue()));
    }

    @Test
    void aKeyThatIsUsedTooOftenWaitsAndTheShopItselfDoesNot() {
        String shop = newShop();
        String secret = secret(shop);
        CLOCK.set(SettableClock.now());
        Response last = read(secret, "rss");
        for (int number = 0; number < 300 && last.statusCode() == 200; number++) {
            last = read(secret, "rss");
        }
        last.then()
                .statusCode(429)
                .header("RateLimit-Policy", startsWith("\"feeds\";q=300"))
                .body("type", is("https://etalage.nl/problems/shop-limit-reached"));
        machine(shop).get("/api/v1/library?shop={shop}", shop).then().statusCode(200);
    }
}
