package nl.etalage.scheduling.publication;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import org.junit.jupiter.api.Test;

/** The whole way from a plan to the platform, on real parts. */
@QuarkusTest
class PublishingTest {

    @Test
    void aPlannedPublicationGoesOutOnceAtItsTimeWithItsPictureAndAltText() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        var adaptation =
                winkel.adaptation("").renders("Koffie uit Oeganda, nu bij ons.", "Een vrouw plukt koffiebessen");

        String publication = winkel.plan("publisher", channel, adaptation, Winkel.in(2))
                .then()
                .statusCode(201)
                .body("state", equalTo("scheduled"))
                .extract()
                .path("id");

        winkel.awaitState(publication, "published")
                .body("attempts", hasSize(1))
                .body("attempts[0].outcome", equalTo("published"))
                .body("permalink", notNullValue());
        var posts = Neighbours.platform().posts(winkel.account());
        assertEquals(1, posts.size());
        assertEquals("Koffie uit Oeganda, nu bij ons.", posts.get(0).text());
        assertEquals("Een vrouw plukt koffiebessen", posts.get(0).media().get(0).description());
    }
}
