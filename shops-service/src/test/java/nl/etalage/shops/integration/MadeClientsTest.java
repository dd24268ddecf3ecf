package nl.etalage.shops.integration;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.addMember;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.etalage.shops.FakeKeycloak;
import nl.etalage.shops.FakeKeycloak.Mood;
import nl.etalage.shops.TestSettings;
import nl.etalage.shops.housekeeping.ClientUpkeep;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that we make at the provider: what becomes of them there, and of their secrets. */
@QuarkusTest
class MadeClientsTest {

    private static final String INTEGRATIONS = "/api/v1/shops/{slug}/integrations";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WHERE_IT_COULD_BE = List.of(
            "SELECT 1 FROM integration t WHERE strpos(CAST(t AS text), ?) > 0",
            "SELECT 1 FROM integration_client t WHERE strpos(CAST(t AS text), ?) > 0",
            "SELECT 1 FROM idempotency_key t WHERE strpos(CAST(t AS text), ?) > 0",
            "SELECT 1 FROM event t WHERE strpos(CAST(t AS text), ?) > 0",
            "SELECT 1 FROM audit t WHERE strpos(CAST(t AS text), ?) > 0");
    private static final Map<String, Object> WEBSHOP =
            Map.of("name", "Webshop", "scopes", List.of("library:read", "assortment:write"));

    @Inject
    ClientUpkeep upkeep;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    private String slug;

    @BeforeEach
    void aShop() {
        slug = newShop();
    }

    @AfterEach
    void asUsual() {
        FakeKeycloak.mood(Mood.WELL);
        TestSettings.CLOCK.release();
        upkeep.run();
    }

    @Test
    void aWebmasterGetsAClientThatCanDoNothingButGetTokensForUs() {
        Response made = make();

        made.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("scopes", contains("library:read", "assortment:write"))
                .body("clients", hasSize(1))
                .body("clients[0].endsAt", nullValue());
        JsonNode client = FakeKeycloak.client(made.path("clientId")).orElseThrow();
        assertEquals(made.path("clientSecret"), client.get("secret").asText());
        assertEquals(43, client.get("secret").asText().length(), "256 bits");
        assertTrue(client.get("serviceAccountsEnabled").asBoolean());
        for (String other : List.of(
                "publicClient",
                "standardFlowEnabled",
                "implicitFlowEnabled",
                "directAccessGrantsEnabled",
                "fullScopeAllowed")) {
            assertFalse(client.get(other).asBoolean(), other);
        }
        assertEquals(
                List.of("assortment:write", "basic", "etalage-api", "library:read", "service_account"),
                FakeKeycloak.scopes(client));
        assertEquals(0, client.get("optionalClientScopes").size());
    }

    @Test
    void theClientWorksForItsShopAtOnce() {
        String clientId = make().path("clientId");

        with(Tokens.machine(clientId, "library:read assortment:write"))
                .get("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug));
    }

    @Test
    void theSecretIsShownOnceAndKeptNowhere() throws SQLException {
        Response made = as(slug + "-webmaster")
                .header("Idempotency-Key", "key-" + slug)
                .body(WEBSHOP)
                .post(INTEGRATIONS, slug);
        String secret = made.path("clientSecret");

        Response again = as(slug + "-webmaster")
                .header("Idempotency-Key", "key-" + slug)
                .body(WEBSHOP)
                .post(INTEGRATIONS, slug);

        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(made.path("id")))
                .body("clientSecret", nullValue());
        assertEquals(1, FakeKeycloak.clientsOf(slug).size());
        assertFalse(read(made.path("id")).asString().contains("clientSecret"));
        assertFalse(as(slug + "-manager").get(INTEGRATIONS, slug).asString().contains(secret));
        assertEquals(List.of(), statementsThatFind(secret));
    }

    @Test
    void withoutTheProviderNothingIsMadeAndTryingAgainIsSafe() {
        FakeKeycloak.mood(Mood.DOWN);
        as(slug + "-webmaster")
                .header("Idempotency-Key", "again-" + slug)
                .body(WEBSHOP)
                .post(INTEGRATIONS, slug)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("30"))
                .contentType("application/problem+json")
                .body("type", equalTo("https://etalage.nl/problems/provider-away"))
                .body(
                        "detail",
                        equalTo("Er is niets gemaakt of veranderd. Probeer het over een halve minuut opnieuw."));
        as(slug + "-manager").get(INTEGRATIONS, slug).then().body("items", hasSize(0));

        FakeKeycloak.mood(Mood.WELL);
        as(slug + "-webmaster")
                .header("Idempotency-Key", "again-" + slug)
                .body(WEBSHOP)
                .post(INTEGRATIONS, slug)
                .then()
                .statusCode(201);
        assertEquals(1, FakeKeycloak.clientsOf(slug).size());
    }

    @Test
    void aClientOfWhichTheAnswerWasLostIsTakenAwayLater() {
        FakeKeycloak.mood(Mood.LOSES_ANSWERS);
        make().then().statusCode(503);
        FakeKeycloak.mood(Mood.WELL);
        assertEquals(1, FakeKeycloak.clientsOf(slug).size(), "made, and nobody knows of it");

        upkeep.run();
        assertEquals(1, FakeKeycloak.clientsOf(slug).size(), "perhaps its request still runs");
        TestSettings.CLOCK.advance(Duration.ofMinutes(6));
        upkeep.run();

        assertEquals(0, FakeKeycloak.clientsOf(slug).size());
    }

    @Test
    void aClientThatIsBoundIsNeverTakenForAnOrphan() {
        make().then().statusCode(201);
        TestSettings.CLOCK.advance(Duration.ofDays(2));

        upkeep.run();

        assertEquals(1, FakeKeycloak.clientsOf(slug).size());
    }

    @Test
    void aTokenThatKeycloakForgotIsRenewed() {
        make().then().statusCode(201);
        FakeKeycloak.mood(Mood.FORGETFUL);

        make().then().statusCode(201);
    }

    @Test
    void forAShopThatDoesNotExistTheProviderIsNotEvenAsked() {
        int before = FakeKeycloak.requests().size();
        as(ADMIN).body(WEBSHOP).post(INTEGRATIONS, newSlug()).then().statusCode(404);
        assertEquals(before, FakeKeycloak.requests().size());
    }

    @Test
    void theOldSecretWorksBesideTheNewUntilTheChosenMoment() {
        Response made = make();
        Instant now = Instant.parse("2026-12-01T09:00:00Z");
        TestSettings.CLOCK.set(now);

        Response rotated = rotate(made.path("id"), 0, "{\"oldEndsAt\": \"2026-12-03T09:00:00Z\"}");

        rotated.then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("clients", hasSize(2))
                .body("clients[0].endsAt", equalTo("2026-12-03T09:00:00Z"))
                .body("clients[1].endsAt", nullValue());
        String oldId = made.path("clientId");
        String newId = rotated.path("clientId");
        assertNotEquals(oldId, newId);
        assertNotEquals(made.<String>path("clientSecret"), rotated.<String>path("clientSecret"));
        assertEquals(
                rotated.path("clientSecret"),
                FakeKeycloak.client(newId).orElseThrow().get("secret").asText());
        assertEquals(200, knock(oldId));
        assertEquals(200, knock(newId));

        TestSettings.CLOCK.set(Instant.parse("2026-12-03T09:00:00Z"));
        assertEquals(404, knock(oldId));
        assertEquals(200, knock(newId));
        upkeep.run();
        assertTrue(FakeKeycloak.client(oldId).isEmpty());
        assertTrue(FakeKeycloak.client(newId).isPresent());
        read(made.path("id")).then().body("clients", hasSize(1)).body("clientId", equalTo(newId));
    }

    @Test
    void theOthersHearOfBothClientsAndOfTheEndOfTheOld() {
        Response made = make();
        Response rotated = rotate(made.path("id"), 0, "{\"oldEndsAt\": \"2020-01-01T00:00:00Z\"}");
        upkeep.run();

        List<JsonNode> events = eventsOf(slug);

        assertEquals(
                List.of(
                        made.path("clientId") + " active",
                        rotated.path("clientId") + " active",
                        made.path("clientId") + " removed"),
                events.stream()
                        .map(event -> event.at("/data/clientId").asText() + " "
                                + event.at("/data/state").asText())
                        .toList());
        assertTrue(events.stream()
                .allMatch(event -> event.at("/data/integration").asText().equals(made.path("id"))));
    }

    @Test
    void aSecretThatLeakedEndsAtOnce() {
        Response made = make();
        rotate(made.path("id"), 0, "{\"oldEndsAt\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200);
        assertEquals(404, knock(made.path("clientId")));
    }

    @Test
    void withoutAMomentTheOldSecretWorksADayLonger() {
        TestSettings.CLOCK.set(Instant.parse("2026-12-01T09:00:00Z"));
        Response made = make();
        rotate(made.path("id"), 0, "{}").then().body("clients[0].endsAt", equalTo("2026-12-02T09:00:00Z"));
    }

    @Test
    void rotatingHasItsRules() {
        String id = make().path("id");
        as(slug + "-webmaster")
                .body("{}")
                .post(INTEGRATIONS + "/{id}/rotate", slug, id)
                .then()
                .statusCode(428);
        rotate(id, 7, "{}").then().statusCode(412);
        rotate(id, 0, "{\"oldEndsAt\": \"2199-01-01T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/oldEndsAt"));
        rotate(id, 0, "{}").then().statusCode(200);
        rotate(id, 1, "{}").then().statusCode(200);
        rotate(id, 2, "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/too-many-clients"));
        rotate(bind(slug, "elsewhere-" + slug, "library:read"), 0, "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/client-made-elsewhere"));
    }

    @Test
    void withoutTheProviderTheOldSecretJustGoesOn() {
        Response made = make();
        FakeKeycloak.mood(Mood.DOWN);
        rotate(made.path("id"), 0, "{\"oldEndsAt\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(503);
        assertEquals(200, knock(made.path("clientId")));
        read(made.path("id")).then().body("version", equalTo(0)).body("clients[0].endsAt", nullValue());
    }

    @Test
    void whatIsRemovedEndsAtOnceAndGoesAtTheProviderWhenThatIsBack() {
        Response made = make();
        FakeKeycloak.mood(Mood.DOWN);

        as(slug + "-webmaster")
                .header("If-Match", "\"0\"")
                .delete(INTEGRATIONS + "/{id}", slug, made.path("id"))
                .then()
                .statusCode(204);

        assertEquals(404, knock(made.path("clientId")));
        upkeep.run();
        assertEquals(1, FakeKeycloak.clientsOf(slug).size());
        FakeKeycloak.mood(Mood.WELL);
        upkeep.run();
        assertEquals(0, FakeKeycloak.clientsOf(slug).size());
    }

    @Test
    void aPauseAnEndAndOtherScopesReachTheProvider() {
        TestSettings.CLOCK.set(Instant.parse("2026-12-01T09:00:00Z"));
        Response made = make();
        String id = made.path("id");
        patching(
                        slug + "-webmaster",
                        0,
                        "{\"scopes\": [\"library:read\", \"publications:write\"], \"until\": \"2026-12-31\"}")
                .patch(INTEGRATIONS + "/{id}", slug, id)
                .then()
                .statusCode(200);
        upkeep.run();
        assertEquals(
                List.of("basic", "etalage-api", "library:read", "publications:write", "service_account"),
                FakeKeycloak.scopes(clientOf(made)));
        assertTrue(clientOf(made).get("enabled").asBoolean());

        // The last day ends at 23:00 UTC in Amsterdam.
        TestSettings.CLOCK.set(Instant.parse("2026-12-31T23:00:00Z"));
        upkeep.run();
        assertFalse(clientOf(made).get("enabled").asBoolean());
        assertEquals(404, knock(made.path("clientId")));

        patching(slug + "-webmaster", 1, "{\"until\": null}").patch(INTEGRATIONS + "/{id}", slug, id);
        upkeep.run();
        assertTrue(clientOf(made).get("enabled").asBoolean());

        patching(slug + "-webmaster", 2, "{\"state\": \"paused\"}").patch(INTEGRATIONS + "/{id}", slug, id);
        upkeep.run();
        assertFalse(clientOf(made).get("enabled").asBoolean());
    }

    @Test
    void lastUseAndLastErrorAreThereToRead() {
        Response made = make();
        report(made.path("clientId"), "2026-11-22T10:00:00Z", "\"2026-11-22T09:59:00Z\"", 403);
        // A report that comes in late changes nothing back.
        report(made.path("clientId"), "2026-11-22T08:00:00Z", "\"2026-11-22T07:00:00Z\"", 404);

        as(slug + "-webmaster")
                .get(INTEGRATIONS + "/{id}/use", slug, made.path("id"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].clientId", equalTo(made.path("clientId")))
                .body("items[0].lastUsedAt", equalTo("2026-11-22T10:00:00Z"))
                .body("items[0].lastError.at", equalTo("2026-11-22T09:59:00Z"))
                .body("items[0].lastError.status", equalTo(403))
                .body("items[0].lastError.problem", equalTo("https://etalage.nl/problems/forbidden"));
        read(made.path("id")).then().body("version", equalTo(0));
    }

    @Test
    void onlyTheGatewayReportsUse() {
        String body = "{\"items\": []}";
        with(Tokens.machine("gateway", "integrations:report"))
                .body(body)
                .post("/internal/integration-uses")
                .then()
                .statusCode(204);
        with(Tokens.service("content-service"))
                .body(body)
                .post("/internal/integration-uses")
                .then()
                .statusCode(403);
        as(ADMIN).body(body).post("/internal/integration-uses").then().statusCode(403);
    }

    @Test
    void oneWebmasterServesSeveralShopsWithOneAccount() {
        String other = newShop();
        String webmaster = "webmaster-of-" + slug;
        addMember(slug, webmaster, "webmaster");
        addMember(other, webmaster, "webmaster");

        for (String shop : List.of(slug, other)) {
            as(webmaster).body(WEBSHOP).post(INTEGRATIONS, shop).then().statusCode(201);
            as(webmaster)
                    .get(INTEGRATIONS, shop)
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].shop", equalTo(shop));
        }
        as(webmaster).get("/api/v1/me").then().body("shops", hasSize(2));
    }

    private Response make() {
        return as(slug + "-webmaster").body(WEBSHOP).post(INTEGRATIONS, slug);
    }

    private Response read(String id) {
        return as(slug + "-manager").get(INTEGRATIONS + "/{id}", slug, id);
    }

    private Response rotate(String id, int version, String body) {
        return as(slug + "-webmaster")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(INTEGRATIONS + "/{id}/rotate", slug, id);
    }

    private int knock(String clientId) {
        return with(Tokens.machine(clientId, "library:read"))
                .get("/api/v1/shops/{slug}", slug)
                .statusCode();
    }

    private static JsonNode clientOf(Response made) {
        return FakeKeycloak.client(made.path("clientId")).orElseThrow();
    }

    private static void report(String clientId, String usedAt, String refusedAt, int status) {
        with(Tokens.machine("gateway", "integrations:report"))
                .body(
                        """
                        {"items": [{"clientId": "%s", "usedAt": "%s", "refusedAt": %s, "status": %d,
                                    "problem": "https://etalage.nl/problems/forbidden"},
                                   {"clientId": "no-such-client", "usedAt": "%s"}]}"""
                                .formatted(clientId, usedAt, refusedAt, status, usedAt))
                .post("/internal/integration-uses")
                .then()
                .statusCode(204);
    }

    private static List<JsonNode> eventsOf(String shop) {
        List<JsonNode> found = new ArrayList<>();
        String position = "0";
        for (List<JsonNode> batch = since(position); !batch.isEmpty(); batch = since(position)) {
            batch.stream()
                    .filter(event -> event.get("subject").asText().startsWith("integration/"))
                    .filter(event -> event.at("/data/shop").asText().equals(shop))
                    .forEach(found::add);
            position = batch.get(batch.size() - 1).get("id").asText();
        }
        return found;
    }

    private static List<JsonNode> since(String position) {
        String batch = with(Tokens.service("content-service"))
                .get("/events?lastEventId={position}", position)
                .asString();
        try {
            List<JsonNode> events = new ArrayList<>();
            JSON.readTree(batch).forEach(events::add);
            return events;
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private List<String> statementsThatFind(String secret) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = worker.getConnection()) {
            for (String search : WHERE_IT_COULD_BE) {
                try (PreparedStatement select = connection.prepareStatement(search)) {
                    select.setString(1, secret);
                    try (ResultSet row = select.executeQuery()) {
                        if (row.next()) {
                            found.add(search);
                        }
                    }
                }
            }
        }
        return found;
    }
}
