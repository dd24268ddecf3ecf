package nl.etalage.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import org.junit.jupiter.api.Test;

/** The one API document and its page, made of the contracts as they are. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class ApiDocumentTest {

    @Inject
    ApiDocument document;

    @Inject
    PublicOperations publicOperations;

    @Test
    void everyServicesContractIsInIt() {
        List<String> services = ServiceContract.packaged().stream()
                .map(ServiceContract::service)
                .toList();

        assertEquals(ServiceContract.SERVICES, services);
    }

    @Test
    void anybodyMayReadIt() {
        String tag = given().get("/api/v1/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("API-Version", ApiVersion.VERSION)
                .body("info.version", equalTo(ApiVersion.VERSION))
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey("/api/v1/shops/{slug}"))
                .body("paths", hasKey("/api/v1/openapi.json"))
                .body("servers[0].url", equalTo("http://localhost:" + Neighbours.port()))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get("/api/v1/openapi.json").then().statusCode(304);
    }

    @Test
    void onlyReadingItIsForAnybody() {
        given().post("/api/v1/openapi.json").then().statusCode(401);
    }

    @Test
    void everyReferenceInItLeadsSomewhere() {
        Set<String> references = new HashSet<>();
        collect(document.json(), references);

        assertFalse(references.isEmpty());
        for (String reference : references) {
            assertTrue(reference.startsWith("#/"), reference);
            assertFalse(document.json().at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    private static void collect(com.fasterxml.jackson.databind.JsonNode node, Set<String> references) {
        if (node.path("$ref").isTextual()) {
            references.add(node.get("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void everyOperationHasASummaryAndAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();

        document.operations().forEach(operation -> {
            String id = operation.body().path("operationId").asText();
            assertTrue(ids.add(id), "twice: " + id);
            assertFalse(operation.body().path("summary").asText().isBlank(), operation.method() + operation.path());
        });
    }

    @Test
    void everyOperationShowsWhatIsSentAndNamesWhatItCanBeRefusedFor() {
        document.operations().forEach(operation -> {
            String name = operation.method() + " " + operation.path();
            operation
                    .body()
                    .path("requestBody")
                    .path("content")
                    .forEach(content -> assertTrue(content.has("example"), name));
            operation.body().path("responses").properties().forEach(response -> {
                if (response.getKey().compareTo("400") >= 0) {
                    assertFalse(
                            response.getValue()
                                    .at("/content/application~1problem+json/examples")
                                    .isEmpty(),
                            name + " " + response.getKey());
                }
            });
            assertFalse(
                    operation
                            .body()
                            .at("/responses/429/content/application~1problem+json/examples/too-many-requests")
                            .isMissingNode(),
                    name);
            assertTrue(operation.body().at("/responses/429/headers").has("RateLimit"), name);
        });
    }

    @Test
    void whoReadsThePageSeesExamplesAndProblemsByName() {
        String page = given().header("Accept-Language", "nl").get("/api/docs").asString();

        assertTrue(page.contains("<code>too-many-requests</code> Even rustig aan"), "429 by its name");
        assertTrue(page.contains("De vrouwen achter de koffie"), "an example of an answer");
    }

    @Test
    void whatIsOpenIsOpenByASecretOfItsOwn() {
        assertTrue(
                publicOperations.names().contains("GET /api/v1/openapi.json"),
                publicOperations.names().toString());
        for (String open : publicOperations.names()) {
            assertTrue(
                    open.equals("GET /api/v1/openapi.json")
                            || open.startsWith("GET /api/v1/media/")
                            || open.startsWith("GET /api/v1/feeds/")
                            || open.startsWith("GET /api/v1/calendars/")
                            || open.contains(" /api/v1/week-links/")
                            || open.endsWith(" /api/v1/join/{token}")
                            || open.equals("GET /api/v1/member-invitations/{token}"),
                    open);
        }
    }

    @Test
    void picturesOfReleasedStoriesAreForAnybody() {
        Neighbours.reset();
        Neighbours.CONTENT.answer("GET", "/api/v1/media/0a/web.jpg", "image/jpeg", new byte[] {1, 2, 3});

        byte[] picture = given().get("/api/v1/media/0a/web.jpg")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        given().delete("/api/v1/media/0a/web.jpg").then().statusCode(401);
        given().header("Authorization", "Bearer a.b.c")
                .get("/api/v1/media/0a/web.jpg")
                .then()
                .statusCode(401);

        assertEquals(3, picture.length);
    }

    @Test
    void thePageShowsEveryOperationInTheReadersLanguage() {
        String page = given().header("Accept-Language", "nl")
                .get("/api/docs")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("De API van Etalage"))
                .body(not(containsString("<script>")))
                .extract()
                .asString();
        document.operations().forEach(operation -> assertTrue(page.contains(operation.path()), operation.path()));
        given().header("Accept-Language", "en").get("/api/docs").then().body(containsString("The Etalage API"));
    }
}
