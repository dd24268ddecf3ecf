package nl.etalage.shops.feed;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.addMember;
import static nl.etalage.shops.Network.anonymous;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private String position;

    @BeforeEach
    void fromHereOn() throws JsonProcessingException {
        position = "0";
        for (List<JsonNode> batch = since(); !batch.isEmpty(); batch = since()) {
            position = batch.get(batch.size() - 1).get("id").asText();
        }
    }

    @Test
    void aNewShopIsTold() throws JsonProcessingException {
        String slug = newSlug();
        newShop(slug);
        JsonNode event = only();
        assertEquals("1.0", event.get("specversion").asText());
        assertEquals("/shops-service", event.get("source").asText());
        assertEquals("nl.etalage.shops.shop.changed.v1", event.get("type").asText());
        assertEquals("shop/" + slug, event.get("subject").asText());
        assertEquals("application/json", event.get("datacontenttype").asText());
        assertEquals(
                JSON.readTree(
                        """
                        {"slug": "%s", "kind": "shop", "state": "active", "timeZone": "Europe/Amsterdam",
                         "locale": "nl", "groups": [], "sandbox": false, "version": 0}"""
                                .formatted(slug)),
                event.get("data"));
    }

    @Test
    void aChangedShopIsToldWithItsNewVersionAndNothingOfItsProfile() throws JsonProcessingException {
        String slug = newSlug();
        newShop(slug);
        position = only().get("id").asText();
        patching(ADMIN, 0, "{\"name\": \"Nieuwe naam\", \"timeZone\": \"Europe/Brussels\", \"state\": \"closed\"}")
                .patch("/api/v1/shops/{slug}", slug);
        assertEquals(
                JSON.readTree(
                        """
                        {"slug": "%s", "kind": "shop", "state": "closed", "timeZone": "Europe/Brussels",
                         "locale": "nl", "groups": [], "sandbox": false, "version": 1}"""
                                .formatted(slug)),
                only().get("data"));
    }

    @Test
    void aPatchThatChangesNothingIsNotTold() throws JsonProcessingException {
        String slug = newSlug();
        newShop(slug);
        position = only().get("id").asText();
        patching(ADMIN, 0, "{\"state\": \"active\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200);
        assertEquals(List.of(), since());
    }

    @Test
    void aRefusedWriteIsNotTold() throws JsonProcessingException {
        as(ADMIN)
                .body(Map.of("slug", "met spatie", "name", "x"))
                .post("/api/v1/shops")
                .then()
                .statusCode(422);
        assertEquals(List.of(), since());
    }

    @Test
    void aNewFieldOrProfileTellsThatMergeFieldsChanged() throws JsonProcessingException {
        String slug = newSlug();
        newShop(slug);
        position = only().get("id").asText();
        patching(ADMIN, 0, "{\"fields\": {\"slogan\": \"Eerlijk\"}}").patch("/api/v1/shops/{slug}", slug);
        List<JsonNode> events = since();
        assertEquals(
                "nl.etalage.shops.shop.changed.v1", events.get(0).get("type").asText());
        assertEquals(
                "nl.etalage.shops.merge-fields.changed.v1",
                events.get(1).get("type").asText());
        assertEquals("merge-fields", events.get(1).get("subject").asText());
        assertEquals(JSON.readTree("{}"), events.get(1).get("data"));
        position = events.get(1).get("id").asText();
        patching(ADMIN, 1, "{\"fields\": {\"slogan\": \"Anders\"}}").patch("/api/v1/shops/{slug}", slug);
        assertEquals("nl.etalage.shops.shop.changed.v1", only().get("type").asText(), "a new value is no new field");
    }

    @Test
    void aMemberIsToldWithoutNameOrAddressFromComingToGoing() throws JsonProcessingException {
        String slug = newSlug();
        newShop(slug);
        position = only().get("id").asText();
        String member = addMember(slug, "anja-" + slug, "publisher");
        patching(ADMIN, 0, "{\"trusted\": true, \"from\": \"2027-01-01\", \"until\": \"2027-12-31\"}")
                .patch("/api/v1/shops/{slug}/members/{id}", slug, member);
        as(ADMIN).header("If-Match", "\"1\"").delete("/api/v1/shops/{slug}/members/{id}", slug, member);

        List<JsonNode> events = since();
        assertEquals(
                List.of(
                        "nl.etalage.shops.member.changed.v1",
                        "nl.etalage.shops.member.changed.v1",
                        "nl.etalage.shops.member.removed.v1"),
                events.stream().map(event -> event.get("type").asText()).toList());
        assertTrue(
                events.stream().allMatch(event -> event.get("subject").asText().equals("member/" + member)));
        assertEquals(
                JSON.readTree(
                        """
                        {"id": "%s", "shop": "%s", "issuer": "%s", "subject": "anja-%s", "role": "publisher",
                         "from": "2027-01-01", "until": "2027-12-31", "trusted": true, "version": 1}"""
                                .formatted(member, slug, Tokens.issuer(), slug)),
                events.get(1).get("data"));
        assertEquals(
                JSON.readTree("{\"id\": \"%s\", \"shop\": \"%s\"}".formatted(member, slug)),
                events.get(2).get("data"));
    }

    @Test
    void anIntegrationIsToldFromComingToGoing() throws JsonProcessingException {
        String slug = newSlug();
        newShop(slug);
        position = only().get("id").asText();
        String integration = bind(slug, "client-" + slug, "library:read");
        patching(ADMIN, 0, "{\"state\": \"paused\", \"until\": \"2027-12-31\", \"name\": \"Geheim\"}")
                .patch("/api/v1/shops/{slug}/integrations/{id}", slug, integration);
        as(ADMIN).header("If-Match", "\"1\"").delete("/api/v1/shops/{slug}/integrations/{id}", slug, integration);

        List<JsonNode> events = since();
        assertEquals(
                List.of("active", "paused", "removed"),
                events.stream().map(event -> event.at("/data/state").asText()).toList());
        assertEquals(
                "nl.etalage.shops.integration.changed.v1",
                events.get(1).get("type").asText());
        assertEquals("integration/" + integration, events.get(1).get("subject").asText());
        assertEquals(
                JSON.readTree(
                        """
                        {"id": "%s", "integration": "%s", "shop": "%s", "issuer": "%s", "clientId": "client-%s",
                         "scopes": ["library:read"], "state": "paused", "until": "2027-12-31", "version": 1}"""
                                .formatted(integration, integration, slug, Tokens.issuer(), slug)),
                events.get(1).get("data"));
    }

    @Test
    void whoWaitsHearsAtOnce() throws Exception {
        String slug = newSlug();
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> asService()
                .queryParam("lastEventId", position)
                .queryParam("timeout", 20_000)
                .get("/events"));
        long started = System.nanoTime();
        newShop(slug);
        Response answer = waiting.get();
        assertTrue(Duration.ofNanos(System.nanoTime() - started).toSeconds() < 10, "long before the timeout");
        answer.then()
                .statusCode(200)
                .contentType(containsString("application/cloudevents-batch+json"))
                .body("[0].subject", equalTo("shop/" + slug));
    }

    @Test
    void whoDoesNotWaitHearsThatThereIsNothing() {
        asService()
                .queryParam("lastEventId", position)
                .get("/events")
                .then()
                .statusCode(200)
                .body(equalTo("[]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lastEventId=abc",
                "lastEventId=-1",
                "lastEventId=99999999999999999999",
                "timeout=-1",
                "timeout=30001",
                "timeout=lang",
                "lastEventId=%27"
            })
    void aHostilePositionIsRefused(String query) {
        int status =
                asService().urlEncodingEnabled(false).get("/events?" + query).statusCode();
        assertTrue(status == 400 || status == 422, "answered " + status);
    }

    @Test
    void onlyOurServicesReadTheFeedAndTheInternalPages() {
        String slug = newShop();
        bind(slug, "client-" + slug, "library:read");
        List<String> outsiders = List.of(
                Tokens.person(ADMIN),
                Tokens.of(ADMIN).client(null, "events:read contacts:read").token(),
                Tokens.person(slug + "-manager"),
                Tokens.machine("client-" + slug, "library:read"));
        for (String path : List.of(
                "/events",
                "/internal/merge-fields",
                "/internal/shops/" + slug,
                "/internal/shops/nergens",
                "/internal/contacts?shop=" + slug)) {
            for (String token : outsiders) {
                with(token).get(path).then().statusCode(403).contentType("application/problem+json");
            }
            anonymous().get(path).then().statusCode(401).contentType("application/problem+json");
        }
    }

    @Test
    void whatIsBetweenServicesIsNotInTheContract() {
        anonymous()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(not(containsString("/events")))
                .body(not(containsString("/internal")));
    }

    private JsonNode only() throws JsonProcessingException {
        List<JsonNode> events = since();
        assertEquals(1, events.size(), events.toString());
        return events.get(0);
    }

    private List<JsonNode> since() throws JsonProcessingException {
        List<JsonNode> events = new ArrayList<>();
        String batch =
                asService().queryParam("lastEventId", position).get("/events").asString();
        JSON.readTree(batch).forEach(events::add);
        return events;
    }

    private static RequestSpecification asService() {
        return with(Tokens.service("content-service"));
    }
}
