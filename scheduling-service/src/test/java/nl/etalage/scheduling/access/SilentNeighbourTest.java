package nl.etalage.scheduling.access;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When shops-service has been silent for long, nobody's right to write can be trusted, and reading goes on. */
@QuarkusTest
class SilentNeighbourTest {

    @Inject
    SettableClock clock;

    @AfterEach
    void goOn() {
        clock.release();
    }

    @Test
    void afterFiveMinutesOfSilencePeopleReadAndDoNotWrite() {
        Winkel winkel = Winkel.open();
        String channel = winkel.assisted();
        var adaptation = winkel.adaptation("Straks");
        clock.advance(Duration.ofMinutes(6));

        Response write = winkel.plan("manager", channel, adaptation, "2027-05-05T10:00");
        Response read = winkel.as("manager").get("/api/v1/channels/" + channel);

        write.then()
                .statusCode(503)
                .header("Retry-After", "30")
                .body("type", equalTo("https://etalage.nl/problems/access-uncertain"));
        read.then().statusCode(200);
    }
}
