package nl.etalage.shops.integration;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.etalage.shops.TestSettings;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IntegrationsTest {

    private String slug;

    @BeforeEach
    void aShop() {
        slug = newShop();
    }

    @AfterEach
    void theClockRunsAgain() {
        TestSettings.CLOCK.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "webmaster"})
    void aManagerOrWebmasterBindsAClient(String role) {
        as(slug + "-" + role)
                .body(Map.of(
                        "clientId",
                        "webshop-" + slug,
                        "name",
                        "Webshop",
                        "scopes",
                        List.of("publications:write", "library:read")))
                .post("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("shop", equalTo(slug))
                .body("issuer", equalTo(Tokens.issuer()))
                .body("clientId", equalTo("webshop-" + slug))
                .body("scopes", contains("library:read", "publications:write"))
                .body("state", equalTo("active"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "contributor"})
    void othersOfTheShopNeitherReadNorBind(String role) {
        as(slug + "-" + role)
                .get("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .statusCode(403);
        as(slug + "-" + role)
                .body(Map.of("clientId", "x", "name", "X", "scopes", List.of("library:read")))
                .post("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .statusCode(403);
    }

    @Test
    void anEditorHasNoBusinessWithIntegrations() {
        central("editor", "editor");
        as("editor").get("/api/v1/shops/{slug}/integrations", slug).then().statusCode(403);
    }

    @Test
    void anotherShopsIntegrationsAreAsIfTheyWereAbsent() {
        String other = newShop();
        String integration = bind(other, "client-" + other, "library:read");
        as(slug + "-manager")
                .get("/api/v1/shops/{slug}/integrations", other)
                .then()
                .statusCode(404);
        as(slug + "-manager")
                .get("/api/v1/shops/{slug}/integrations/{id}", other, integration)
                .then()
                .statusCode(404);
        as(slug + "-manager")
                .get("/api/v1/shops/{slug}/integrations/{id}", slug, integration)
                .then()
                .statusCode(404);
    }

    @Test
    void anAdminBindsNothingToAShopThatDoesNotExist() {
        as(ADMIN)
                .body(Map.of("clientId", newSlug(), "name", "X", "scopes", List.of("library:read")))
                .post("/api/v1/shops/{slug}/integrations", newSlug())
                .then()
                .statusCode(404)
                .body("type", equalTo("https://etalage.nl/problems/shop-not-found"));
    }

    @Test
    void aClientIsBoundToOneShopAndNobodyLearnsToWhich() {
        String other = newShop();
        bind(other, "client-" + other, "library:read");
        as(slug + "-manager")
                .body(Map.of("clientId", "client-" + other, "name", "Gekaapt", "scopes", List.of("library:read")))
                .post("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .statusCode(409)
                .body("violations[0].pointer", equalTo("/clientId"))
                .body(
                        "detail",
                        equalTo("Dit client-id is al aan een winkel gekoppeld. Elk client-id hoort bij één winkel."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"clientId": "c", "name": "N"}                                                | /scopes
            {"clientId": "c", "name": "N", "scopes": []}                                  | /scopes
            {"clientId": "c", "name": "N", "scopes": ["events:read"]}                     | /scopes/0
            {"clientId": "c", "name": "N", "scopes": [null]}                              | /scopes/0
            {"clientId": "c", "name": "N", "scopes": "library:read"}                      | /scopes
            {"clientId": " ", "name": "N", "scopes": ["library:read"]}                    | /clientId
            {"name": "N", "scopes": ["library:read"], "issuer": "https://x.example"}      | /issuer
            {"clientId": "c", "name": "N", "scopes": ["library:read"], "clientSecret": "x"} | /clientSecret
            {"clientId": "c", "name": "N", "scopes": ["library:read"], "clients": [{"clientId": "d"}]} | /clients
            {"clientId": "c", "scopes": ["library:read"]}                                 | /name
            {"clientId": "c", "name": "N", "scopes": ["library:read"], "until": "3000-01-01"} | /until
            {"clientId": "c", "name": "N", "scopes": ["library:read"], "secret": "x"}     | /secret
            """)
    void whatIsWrongIsPointedAt(String body, String pointer) {
        as(slug + "-manager")
                .body(body)
                .post("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer));
    }

    @Test
    void aPausedClientMayDoNothingUntilItIsActiveAgain() {
        String integration = bind(slug, "client-" + slug, "library:read");
        patching(slug + "-webmaster", 0, "{\"state\": \"paused\"}")
                .patch("/api/v1/shops/{slug}/integrations/{id}", slug, integration)
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"));
        machine().get("/api/v1/shops/{slug}", slug).then().statusCode(404);
        patching(slug + "-webmaster", 1, "{\"state\": \"active\"}")
                .patch("/api/v1/shops/{slug}/integrations/{id}", slug, integration);
        machine().get("/api/v1/shops/{slug}", slug).then().statusCode(200);
    }

    @Test
    void aBindingEndsAfterItsLastDayInTheShopsZone() {
        String integration = bind(slug, "client-" + slug, "library:read");
        patching(slug + "-manager", 0, "{\"until\": \"2027-03-28\"}")
                .patch("/api/v1/shops/{slug}/integrations/{id}", slug, integration);
        // The day on which the clock goes forward ends at 22:00 UTC in Amsterdam.
        TestSettings.CLOCK.set(Instant.parse("2027-03-28T21:59:59Z"));
        assertEquals(200, machine().get("/api/v1/shops/{slug}", slug).statusCode());
        TestSettings.CLOCK.set(Instant.parse("2027-03-28T22:00:00Z"));
        assertEquals(404, machine().get("/api/v1/shops/{slug}", slug).statusCode());
    }

    @Test
    void aRemovedClientIsFreeToBeBoundAgain() {
        String other = newShop();
        String integration = bind(slug, "client-" + slug, "library:read");
        as(slug + "-manager")
                .header("If-Match", "\"0\"")
                .delete("/api/v1/shops/{slug}/integrations/{id}", slug, integration)
                .then()
                .statusCode(204);
        as(slug + "-manager")
                .get("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .body("items", empty());
        bind(other, "client-" + slug, "library:read");
        machine().get("/api/v1/shops").then().body("items.slug", contains(other));
    }

    @Test
    void clientAndIssuerNeverChange() {
        String integration = bind(slug, "client-" + slug, "library:read");
        patching(slug + "-manager", 0, "{\"clientId\": \"ander\", \"issuer\": \"https://x.example\"}")
                .patch("/api/v1/shops/{slug}/integrations/{id}", slug, integration)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/issuer", "/clientId"));
    }

    private RequestSpecification machine() {
        return with(Tokens.machine("client-" + slug, "library:read"));
    }
}
