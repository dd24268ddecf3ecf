package nl.etalage.scheduling.contract;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
