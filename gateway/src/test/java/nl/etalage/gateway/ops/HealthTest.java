package nl.etalage.gateway.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class HealthTest {

    @Test
    void itSaysOfEveryPartWhetherItAnswersAndStaysReadyItself() {
        Neighbours.reset();
        Neighbours.SHOPS.answer("GET", "/q/health/ready", 200, "{\"status\": \"UP\"}");
        Neighbours.CONTENT.answer("GET", "/q/health/ready", 503, "{\"status\": \"DOWN\"}");

        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'neighbours' }.data.shops", equalTo("answers"))
                .body("checks.find { it.name == 'neighbours' }.data.content", equalTo("not ready"))
                .body("checks.find { it.name == 'neighbours' }.data.issuer", equalTo("answers"));
    }
}
