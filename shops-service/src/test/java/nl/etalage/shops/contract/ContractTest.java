package nl.etalage.shops.contract;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {

    @Test
    void theCommittedContractIsTheRunningOne() throws IOException {
        String running =
                get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
        Files.writeString(Path.of("target/openapi.yaml"), running);
        assertEquals(
                Files.readString(Path.of("openapi.yaml")),
                running,
                "The contract changed. If you meant that: cp target/openapi.yaml openapi.yaml, and look at the diff");
    }

    @Test
    void everyOperationSaysWhatItDoesWhoMayCallItAndHowItFails() throws IOException {
        JsonNode contract = new ObjectMapper()
                .readTree(get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        List<String> incomplete = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (!complete(operation.getValue())) {
                    incomplete.add(operation.getKey() + " " + path.getKey());
                }
            }
        }
        assertEquals(List.of(), incomplete);
    }

    private static boolean complete(JsonNode operation) {
        JsonNode responses = operation.get("responses");
        boolean answers = responses.has("204")
                || !responses.findValues("application/json").isEmpty();
        return !operation.path("summary").asText().isBlank()
                && !operation.path("operationId").asText().isBlank()
                && guarded(operation)
                && answers;
    }

    /** By a credential; or openly, by the secret in its path. */
    private static boolean guarded(JsonNode operation) {
        return operation.path("security").isArray()
                && operation.path("security").size() <= 1
                && operation
                        .get("responses")
                        .at("/401/content/application~1problem+json/schema/$ref")
                        .asText()
                        .equals("#/components/schemas/Problem");
    }
}
