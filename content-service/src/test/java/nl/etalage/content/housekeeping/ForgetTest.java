package nl.etalage.content.housekeeping;

import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import nl.etalage.content.Network;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgetTest {

    @Inject
    Forget forget;

    @AfterEach
    void release() {
        CLOCK.release();
    }

    @Test
    void supersededEventsGoAndTheLastWordOnEveryStoryStays() {
        String story = Network.released("\"body\": \"Tekst.\"");
        Network.act(story, "withdraw", "editor", null).then().statusCode(200);
        assertEquals(0, forget.run().events());
        CLOCK.set(Instant.now().plus(Duration.ofDays(31)));
        Forget.Forgotten forgotten = forget.run();
        assertTrue(forgotten.events() >= 2);
        Network.with(Tokens.service("scheduling-service"))
                .get("/events?feed=work")
                .then()
                .statusCode(200)
                .body(
                        "findAll { it.subject == 'story/%s' }.type".formatted(story),
                        hasItem("nl.etalage.content.story.withdrawn.v1"));
    }
}
