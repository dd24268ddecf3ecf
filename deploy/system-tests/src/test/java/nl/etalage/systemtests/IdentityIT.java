package nl.etalage.systemtests;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People and machines at a real Keycloak, with the realm that production gets. */
@ExtendWith(RunningEtalage.class)
class IdentityIT {

    private static final String INTEGRATIONS = "/api/v1/shops/zeist/integrations";

    /** Several rounds of the housekeeping, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Etalage etalage;

    IdentityIT(Etalage etalage) {
        this.etalage = etalage;
    }

    @Test
    void theSignInPageIsInDutchAndOffersAPasskey() throws IOException, InterruptedException {
        HttpResponse<String> page = new Browser().open(etalage.gateway() + "/sign-in");

        assertTrue(page.body().contains("lang=\"nl\""), page.body());
        assertTrue(page.body().contains("authenticateByWebAuthn"), page.body());
        assertTrue(
                page.uri().getQuery().contains("code_challenge_method=S256"),
                page.uri().toString());
    }

    @Test
    void whoSignsOutAtKeycloakIsSignedOutHere() throws IOException, InterruptedException {
        Browser browser = new Browser();
        HttpResponse<String> form = browser.open(etalage.gateway() + "/sign-in");
        browser.submit(form, Map.of("username", "zeist-publisher", "password", "zeist-publisher"));
        assertEquals(200, browser.open(etalage.gateway() + "/api/v1/me").statusCode());

        HttpResponse<String> sure = browser.open(etalage.issuer() + "/protocol/openid-connect/logout");
        browser.submit(sure, Map.of("session_code", field(sure, "session_code"), "confirmLogout", "x"));

        assertEquals(401, browser.open(etalage.gateway() + "/api/v1/me").statusCode());
    }

    @Test
    void aMachineThatAShopMadeGetsTokensForUsWithItsScopesAndNothingElse() {
        Response made = make();
        String clientId = made.path("clientId");
        String secret = made.path("clientSecret");

        JsonPath claims = claims(token(clientId, secret));

        assertEquals("etalage-api", claims.getString("aud"));
        assertEquals("library:read", claims.getString("scope"));
        assertEquals(clientId, claims.getString("client_id"));
        assertEquals(300, claims.getLong("exp") - claims.getLong("iat"));
        assertFalse(claims.getMap("$").containsKey("resource_access"), "no role of Keycloak's");
        etalage.askToken(clientId, secret, Map.of("scope", "events:read"))
                .then()
                .statusCode(400);
        given().formParams(Map.of(
                        "grant_type", "password",
                        "client_id", clientId,
                        "client_secret", secret,
                        "username", "zeist-manager",
                        "password", "zeist-manager"))
                .post(etalage.issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
        remove(made.path("id"));
    }

    @Test
    void aMachinesWholeLife() {
        Response made = make();
        String id = made.path("id");
        String old = token(made.path("clientId"), made.path("clientSecret"));
        await().atMost(PATIENCE).until(() -> library(old) == 200);

        Response rotated = etalage.as("zeist-manager")
                .header("If-Match", made.header("ETag"))
                .contentType("application/json")
                .body(Map.of("oldEndsAt", Instant.now().plusSeconds(5).toString()))
                .post(INTEGRATIONS + "/{id}/rotate", id);
        rotated.then().statusCode(200).body("clientSecret", notNullValue());
        String renewed = token(rotated.path("clientId"), rotated.path("clientSecret"));
        await().atMost(PATIENCE).until(() -> library(renewed) == 200);
        await().atMost(PATIENCE).until(() -> library(old) == 404);
        await().atMost(PATIENCE).until(() -> asks(made) == 401);
        assertEquals(200, asks(rotated));

        await().atMost(PATIENCE).until(() -> use(id).getString("items[-1].lastUsedAt") != null);
        etalage.with(renewed).get("/api/v1/shops/zeist/members").then().statusCode(403);
        await().atMost(PATIENCE).until(() -> "https://etalage.nl/problems/forbidden"
                .equals(use(id).getString("items[-1].lastError.problem")));

        remove(id);
        await().atMost(PATIENCE).until(() -> library(renewed) == 404);
        await().atMost(PATIENCE).until(() -> asks(rotated) == 401);
    }

    @Test
    void aPausedMachineGetsNoTokensUntilItMayGoOn() {
        Response made = make();
        assertEquals(200, asks(made));

        patch(made.path("id"), "{\"state\": \"paused\"}");
        await().atMost(PATIENCE).until(() -> asks(made) == 401);
        patch(made.path("id"), "{\"state\": \"active\", \"scopes\": [\"library:read\", \"assortment:write\"]}");
        await().atMost(PATIENCE).until(() -> asks(made) == 200);

        // Two changes at the provider: it may give tokens again before it knows the new scope.
        await().atMost(PATIENCE).until(() -> claims(token(made.path("clientId"), made.path("clientSecret")))
                .getString("scope")
                .contains("assortment:write"));
        remove(made.path("id"));
    }

    private Response make() {
        Response made = etalage.as("zeist-manager")
                .contentType("application/json")
                .body("{\"name\": \"Kassa\", \"scopes\": [\"library:read\"]}")
                .post(INTEGRATIONS);
        made.then().statusCode(201).body("clientSecret", notNullValue());
        return made;
    }

    private int asks(Response made) {
        return etalage.askToken(made.path("clientId"), made.path("clientSecret"), Map.of())
                .statusCode();
    }

    private String token(String clientId, String secret) {
        return etalage.askToken(clientId, secret, Map.of())
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private int library(String token) {
        return etalage.with(token).get("/api/v1/library?shop=zeist").statusCode();
    }

    private JsonPath use(String id) {
        return etalage.as("zeist-manager").get(INTEGRATIONS + "/{id}/use", id).jsonPath();
    }

    private void patch(String id, String patch) {
        etalage.as("zeist-manager")
                .header(
                        "If-Match",
                        etalage.as("zeist-manager")
                                .get(INTEGRATIONS + "/{id}", id)
                                .header("ETag"))
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(INTEGRATIONS + "/{id}", id)
                .then()
                .statusCode(200);
    }

    private void remove(String id) {
        etalage.as("zeist-manager")
                .header(
                        "If-Match",
                        etalage.as("zeist-manager")
                                .get(INTEGRATIONS + "/{id}", id)
                                .header("ETag"))
                .delete(INTEGRATIONS + "/{id}", id)
                .then()
                .statusCode(204);
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String field(HttpResponse<String> page, String name) {
        String start = "name=\"" + name + "\" value=\"";
        int at = page.body().indexOf(start);
        assertTrue(at >= 0, page.body());
        int from = at + start.length();
        return page.body().substring(from, page.body().indexOf('"', from));
    }
}
