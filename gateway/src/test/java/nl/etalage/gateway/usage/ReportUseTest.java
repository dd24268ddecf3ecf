package nl.etalage.gateway.usage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
@TestProfile(ReportUseTest.Soon.class)
class ReportUseTest {

    private static final String REPORTS = "/internal/integration-uses";

    public static class Soon implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("etalage.usage.report-every", "50ms");
        }
    }

    @BeforeEach
    void theServices() {
        Neighbours.reset();
        Neighbours.SHOPS.answer("POST", REPORTS, 200, "{}");
        Neighbours.CONTENT.answer("GET", "/api/v1/library", 200, "{}");
        Neighbours.CONTENT.answer("GET", "/api/v1/stories", 403, "{}");
    }

    @Test
    void shopsServiceHearsWhenAMachineWasHereAndWhatItWasRefused() {
        String machine = Tokens.machine("webshop-" + System.nanoTime(), "library:read");
        String clientId = claim(machine);
        given().auth().oauth2(machine).get("/api/v1/library").then().statusCode(200);
        given().auth().oauth2(machine).get("/api/v1/stories").then().statusCode(403);

        await().until(() -> items(clientId).stream().anyMatch(item -> item.hasNonNull("status")));

        JsonNode refused = items(clientId).stream()
                .filter(item -> item.hasNonNull("status"))
                .findFirst()
                .orElseThrow();
        assertEquals(403, refused.get("status").asInt());
        assertTrue(refused.get("usedAt").asText().endsWith("Z"), refused.toString());
        assertTrue(Neighbours.SHOPS.requests().stream()
                .filter(request -> request.path().equals(REPORTS))
                .allMatch(request -> request.header("Authorization").startsWith("Bearer eyJ")));
    }

    @Test
    void peopleAndUnverifiedTokensAreNobodysBusiness() {
        given().auth().oauth2(Tokens.person("zeist-manager")).get("/api/v1/library");
        given().auth().oauth2(Tokens.forged()).get("/api/v1/library");
        String last = Tokens.machine("last-" + System.nanoTime(), "library:read");
        given().auth().oauth2(last).get("/api/v1/library");

        await().until(() -> !items(claim(last)).isEmpty());

        assertTrue(all().stream().noneMatch(item -> item.toString().contains("zeist-manager")), all().toString());
        assertTrue(all().stream().noneMatch(item -> item.toString().contains("admin")), all().toString());
    }

    @Test
    void aReportThatFailsDoesNotEndReporting() {
        Neighbours.SHOPS.answer("POST", REPORTS, 503, "{}");
        String first = Tokens.machine("first-" + System.nanoTime(), "library:read");
        given().auth().oauth2(first).get("/api/v1/library");
        await().until(() -> !items(claim(first)).isEmpty());
        Neighbours.SHOPS.answer("POST", REPORTS, 200, "{}");
        String second = Tokens.machine("second-" + System.nanoTime(), "library:read");

        given().auth().oauth2(second).get("/api/v1/library").then().statusCode(200);

        await().until(() -> !items(claim(second)).isEmpty());
    }

    private static List<JsonNode> items(String clientId) {
        return all().stream()
                .filter(item -> item.get("clientId").asText().equals(clientId))
                .toList();
    }

    private static List<JsonNode> all() {
        List<JsonNode> items = new ArrayList<>();
        Neighbours.SHOPS.requests().stream()
                .filter(request -> request.path().equals(REPORTS))
                .forEach(request -> json(request.body()).get("items").forEach(items::add));
        return items;
    }

    private static String claim(String token) {
        byte[] claims = java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return json(new String(claims, java.nio.charset.StandardCharsets.UTF_8))
                .get("client_id")
                .asText();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
