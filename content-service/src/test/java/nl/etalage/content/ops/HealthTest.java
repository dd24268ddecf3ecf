package nl.etalage.content.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import nl.etalage.content.Network;
import nl.etalage.content.TestSettings;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {

    @Test
    void aServiceWithDatabaseMediaAndMergeFieldsIsReady() {
        Network.eventually(() -> given().get("/q/health/ready").statusCode() == 200);
        given().get("/q/health/ready")
                .then()
                .body("status", is("UP"))
                .body("checks.name", hasItems("media-store", "merge-fields", "feed-shops"));
    }

    @Test
    void aFeedThatIsSilentForAMinuteAlarmsAndDoesNotTakeTheServiceAway() {
        Network.eventually(() -> given().get("/q/health/well").statusCode() == 200);
        TestSettings.CLOCK.set(SettableClock.now());
        try {
            AtomicReference<Response> well = new AtomicReference<>();
            // The follower may just have heard; then it is silent again from there.
            Network.eventually(() -> {
                TestSettings.CLOCK.advance(Duration.ofMinutes(2));
                well.set(given().get("/q/health/well"));
                return well.get().statusCode() != 200;
            });
            well.get().then().statusCode(503).body("checks.name", hasItems("feed-shops"));
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            TestSettings.CLOCK.release();
        }
    }
}
