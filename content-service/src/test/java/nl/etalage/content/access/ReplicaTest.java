package nl.etalage.content.access;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.member;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.etalage.content.Network;
import nl.etalage.content.ShopsNeighbour;
import nl.etalage.content.TestSettings;
import nl.etalage.testing.SettableClock;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplicaTest {

    @AfterEach
    void release() {
        TestSettings.timeGoesOn();
    }

    private static int status(String person, String shop) {
        return as(person).get("/api/v1/library?shop={shop}", shop).statusCode();
    }

    /** Of a few, as a machine that is busy with other things for a second proves nothing. */
    @Test
    void aMembershipThatEndsBitesWithinASecond() {
        String shop = newShop();
        Duration took = Duration.ofDays(1);
        for (int time = 0; time < 5 && took.compareTo(Duration.ofSeconds(1)) >= 0; time++) {
            UUID id = member(shop, shop + "-helper", "publisher");
            eventually(() -> status(shop + "-helper", shop) == 200);
            Network.removed(id);
            Instant told = Instant.now();
            eventually(() -> status(shop + "-helper", shop) == 404);
            took = Duration.between(told, Instant.now());
        }
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, took.toString());
    }

    @Test
    void theLastDayCountsWholeInTheZoneOfTheShop() {
        String shop = newShop();
        member(shop, shop + "-temp", "publisher", "2026-12-01", "2026-12-05");
        CLOCK.set(Instant.parse("2026-12-05T22:59:59Z"));
        eventually(() -> status(shop + "-temp", shop) == 200);
        CLOCK.set(Instant.parse("2026-12-05T23:00:00Z"));
        assertEquals(404, status(shop + "-temp", shop));
        CLOCK.set(Instant.parse("2026-11-30T22:59:59Z"));
        assertEquals(404, status(shop + "-temp", shop));
        CLOCK.set(Instant.parse("2026-11-30T23:00:00Z"));
        assertEquals(200, status(shop + "-temp", shop));
    }

    @Test
    void aMachineMayWhatItsTokenAndItsBindingBothAllow() {
        String shop = newShop();
        Network.integration(shop, "planner-" + shop, "[\"publications:write\"]");
        eventually(() -> Network.with(Tokens.machine("planner-" + shop, "publications:write library:read"))
                        .get("/api/v1/adaptations?shop={shop}", shop)
                        .statusCode()
                == 200);
        Network.with(Tokens.machine("planner-" + shop, "publications:write library:read"))
                .get("/api/v1/library?shop={shop}", shop)
                .then()
                .statusCode(403);
        Network.with(Tokens.machine("planner-" + shop, "library:read"))
                .get("/api/v1/adaptations?shop={shop}", shop)
                .then()
                .statusCode(403);
    }

    @Test
    void aProfileIsAskedUntilItCanBeHad() {
        String shop = newShop();
        String story = Network.released("\"body\": \"Bij {{shop.name}}.\"");
        ShopsNeighbour.get().answer("GET", "/internal/shops/" + shop, 503, "{}");
        Network.tellShopChanged(shop, 2);
        eventually(() -> ShopsNeighbour.get().requests().stream()
                        .filter(request -> request.path().equals("/internal/shops/" + shop))
                        .count()
                >= 2);
        as(shop + "-manager")
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .then()
                .body("body", is("Bij Wereldwinkel " + shop + "."));
        Network.profile(shop, 3, "\"Nieuwe naam\"", "null");
        eventually(() -> as(shop + "-manager")
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .<String>path("body")
                .equals("Bij Nieuwe naam."));
        assertTrue(ShopsNeighbour.get().requests().stream()
                .filter(request -> request.path().startsWith("/internal/"))
                .allMatch(request -> request.header("Authorization").startsWith("Bearer ")));
    }

    @Test
    void whenMembershipsAreStalePeopleReadOnAndDoNotWrite() {
        Network.centralGroup();
        String shop = newShop();
        Instant now = SettableClock.now();
        eventually(() ->
                json("editor", "{\"type\": \"tip\"}").post("/api/v1/stories").statusCode() == 201);
        CLOCK.set(now);
        // The follower may just have heard; then it is silent again from there.
        AtomicReference<Response> refused = new AtomicReference<>();
        eventually(() -> {
            CLOCK.advance(Duration.ofSeconds(400));
            refused.set(json("editor", "{\"type\": \"tip\"}").post("/api/v1/stories"));
            return refused.get().statusCode() != 201;
        });
        refused.get()
                .then()
                .statusCode(503)
                .header("Retry-After", "30")
                .body("type", is("https://etalage.nl/problems/memberships-stale"));
        as("editor").get("/api/v1/stories").then().statusCode(200);
        as(shop + "-manager").get("/api/v1/library?shop={shop}", shop).then().statusCode(200);
        member(shop, shop + "-fresh", "publisher");
        eventually(() ->
                json("editor", "{\"type\": \"tip\"}").post("/api/v1/stories").statusCode() == 201);
    }
}
