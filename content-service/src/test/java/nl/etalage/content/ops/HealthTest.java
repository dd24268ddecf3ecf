package nl.etalage.content.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import nl.etalage.content.Network;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {

    @Test
    void aServiceWithDatabaseMediaAndMergeFieldsIsReady() {
        Network.eventually(() -> given().get("/q/health/ready").statusCode() == 200);
        given().get("/q/health/ready")
                .then()
                .body("status", is("UP"))
                .body("checks.name", hasItems("media-store", "merge-fields"));
    }
}
