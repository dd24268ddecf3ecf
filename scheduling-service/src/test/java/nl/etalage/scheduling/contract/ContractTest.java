package nl.etalage.scheduling.contract;

import static io.restassured.RestAssured.get;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import nl.etalage.testing.contract.ContractProof;
import org.junit.jupiter.api.Test;

/** See CONTRIBUTING.md for how to accept a change of the contract. */
@QuarkusTest
class ContractTest {

    private final ContractProof contract = ContractProof.of(Path.of("openapi.yaml"));

    @Test
    void theCommittedContractIsTheRunningOne() {
        contract.proveIsRunning(
                get("/q/openapi?format=yaml").then().statusCode(200).extract().asString());
    }

    @Test
    void everyOperationSaysWhatItDoesWithAnExampleWhoMayCallItAndHowItFails() {
        contract.proveIsComplete();
    }
}
