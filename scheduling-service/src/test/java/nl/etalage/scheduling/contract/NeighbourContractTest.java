package nl.etalage.scheduling.contract;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import nl.etalage.scheduling.Adaptation;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.testing.ContractFilter;
import org.junit.jupiter.api.Test;

/** What our tests let content-service answer is what its own contract promises. */
@QuarkusTest
class NeighbourContractTest {

    @Test
    void theRenderingsOfOurTestsHoldToContentServicesContract() {
        Adaptation adaptation = new Adaptation("zeist", java.util.UUID.randomUUID(), java.util.UUID.randomUUID())
                .renders("Tekst", "Een foto");

        given().filter(ContractFilter.of(Path.of("../content-service/openapi.yaml")))
                .get(Neighbours.content().url() + "/api/v1/adaptations/" + adaptation.id()
                        + "/rendering?platform=mastodon&limit=500&on=2027-05-05&reference=abc")
                .then()
                .statusCode(200);
    }

    @Test
    void soDoTheirProblems() {
        Adaptation adaptation = new Adaptation("zeist", java.util.UUID.randomUUID(), java.util.UUID.randomUUID())
                .renders(
                        1,
                        "x",
                        "[]",
                        """
                        [{"code":"too-long","detail":"De tekst is 12 tekens te lang.","field":"body","excess":12}]""");

        given().filter(ContractFilter.of(Path.of("../content-service/openapi.yaml")))
                .get(Neighbours.content().url() + "/api/v1/adaptations/" + adaptation.id()
                        + "/rendering?platform=mastodon")
                .then()
                .statusCode(200);
    }
}
