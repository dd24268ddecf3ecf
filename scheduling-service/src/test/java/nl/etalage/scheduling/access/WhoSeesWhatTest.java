package nl.etalage.scheduling.access;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Another shop's rows are as if absent, and nobody gets past the door without a valid token. */
@QuarkusTest
class WhoSeesWhatTest {

    private record Things(Winkel winkel, String channel, String publication) {}

    private static Things things() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        String publication = winkel.plan("contributor", channel, winkel.adaptation("Van ons"), "2027-05-05T10:00")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Things(winkel, channel, publication);
    }

    private static List<String[]> everything(Things things) {
        String publication = "/api/v1/publications/" + things.publication();
        String channel = "/api/v1/channels/" + things.channel();
        String shop = "?shop=" + things.winkel().slug();
        return Stream.of(
                        "GET " + publication,
                        "PATCH " + publication,
                        "POST " + publication + "/approve",
                        "POST " + publication + "/reject",
                        "POST " + publication + "/cancel",
                        "POST " + publication + "/retry",
                        "POST " + publication + "/resolve",
                        "POST " + publication + "/refresh",
                        "POST " + publication + "/done",
                        "GET " + channel,
                        "PATCH " + channel,
                        "DELETE " + channel,
                        "POST " + channel + "/verify",
                        "GET /api/v1/channels" + shop,
                        "GET /api/v1/publications" + shop,
                        "GET /api/v1/recalls" + shop,
                        "GET /api/v1/notices" + shop)
                .map(line -> line.split(" "))
                .toList();
    }

    private static Response call(String token, String[] request) {
        String body = request[1].endsWith("/reject")
                ? "{\"reason\":\"x\"}"
                : request[1].endsWith("/resolve")
                        ? "{\"outcome\":\"failed\"}"
                        : request[1].endsWith("/done") ? "{\"posted\":false}" : "{\"localTime\":\"2027-05-06T10:00\"}";
        var specification = (token == null ? Winkel.anonymous() : Winkel.with(token)).header("If-Match", "\"0\"");
        Method method = Method.valueOf(request[0]);
        if (method == Method.PATCH) {
            return specification
                    .contentType("application/merge-patch+json")
                    .body(request[1].contains("channels") ? "{\"purpose\":\"x\"}" : body)
                    .request(method, request[1]);
        }
        boolean withBody = method == Method.POST && !request[1].matches(".*/(approve|cancel|refresh|verify)");
        return (withBody ? specification.body(body) : specification).request(method, request[1]);
    }

    @Test
    void aMemberOfAnotherShopGets404OnEverything() {
        Things things = things();
        Winkel other = Winkel.open();

        for (String[] request : everything(things)) {
            Response answer = call(Tokens.person(other.person("manager")), request);
            assertEquals(404, answer.statusCode(), String.join(" ", request) + answer.asString());
            answer.then().contentType("application/problem+json").body("title", equalTo("Niet gevonden"));
        }
    }

    @Test
    void aForeignRowAndAnAbsentOneAnswerTheSame() {
        Things things = things();
        Winkel other = Winkel.open();
        String token = Tokens.person(other.person("manager"));

        String foreign = Winkel.with(token)
                .get("/api/v1/publications/" + things.publication())
                .asString();
        String absent = Winkel.with(token)
                .get("/api/v1/publications/" + UUID.randomUUID())
                .asString();

        assertEquals(absent, foreign);
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("none", null),
                Arguments.of("unsigned", Tokens.unsigned()),
                Arguments.of("foreign", Tokens.foreign()),
                Arguments.of("forged", Tokens.forged()),
                Arguments.of("expired", Tokens.of("x").expired().token()),
                Arguments.of(
                        "for another audience",
                        Tokens.of("x").audience("account").token()),
                Arguments.of("nonsense", "nonsense"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void withoutAValidTokenEverythingIs401BeforeAnythingElse(String name, String token) {
        for (String[] request : everything(things())) {
            Response answer = call(token, request);
            assertEquals(401, answer.statusCode(), String.join(" ", request));
            answer.then().contentType("application/problem+json").body("title", equalTo("Log eerst in"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "webmaster, connect, 403",
        "publisher, connect, 403",
        "contributor, connect, 403",
        "manager, connect, 201",
        "contributor, verify, 403",
        "manager, verify, 200"
    })
    void onlyManagersConnectChannels(String who, String what, int status) {
        Winkel winkel = Winkel.open();
        String channel = winkel.assisted();

        Response answer = what.equals("connect")
                ? winkel.as(who)
                        .body("{\"shop\":\"%s\",\"platform\":\"assisted\",\"account\":\"Flyer\"}"
                                .formatted(winkel.slug()))
                        .post("/api/v1/channels")
                : winkel.as(who).header("If-Match", "\"0\"").post("/api/v1/channels/{id}/verify", channel);

        assertEquals(status, answer.statusCode(), answer.asString());
    }

    @Test
    void aMembershipThatEndedYesterdayIsNone() {
        Winkel winkel = Winkel.open();
        UUID id = UUID.randomUUID();
        nl.etalage.scheduling.Neighbours.shops()
                .feed("/events")
                .append(
                        "nl.etalage.shops.member.changed.v1",
                        "member/" + id,
                        """
                        {"id":"%s","shop":"%s","issuer":"%s","subject":"oud-%s","role":"manager","from":"2020-01-01",
                         "until":"2020-12-31","trusted":true,"version":1}"""
                                .formatted(id, winkel.slug(), Tokens.issuer(), winkel.slug()));
        // Members come in order, so when this one is known the one above is too.
        Winkel.tellMember(winkel.slug(), "nieuw-" + winkel.slug(), "manager", true);
        org.awaitility.Awaitility.await()
                .until(() -> Winkel.with(Tokens.person("nieuw-" + winkel.slug()))
                                .get("/api/v1/channels?shop=" + winkel.slug())
                                .statusCode()
                        == 200);

        Response answer =
                Winkel.with(Tokens.person("oud-" + winkel.slug())).get("/api/v1/channels?shop=" + winkel.slug());

        answer.then().statusCode(404);
    }

    @Test
    void theCentralGroupLooksAfterTheNetworksOwnChannels() {
        Winkel.tellShop("landelijk", "central");
        Winkel.tellMember(null, "centrale-redacteur", "editor", false);
        Winkel.tellMember(null, "centrale-coach", "coach", false);
        String editor = Tokens.person("centrale-redacteur");
        org.awaitility.Awaitility.await()
                .until(() -> Winkel.with(Tokens.person("centrale-coach"))
                                .get("/api/v1/channels?shop=landelijk")
                                .statusCode()
                        == 200);
        String body = "{\"shop\":\"landelijk\",\"platform\":\"assisted\",\"account\":\"Instagram\"}";

        Winkel.with(editor).body(body).post("/api/v1/channels").then().statusCode(201);
        Winkel.with(Tokens.person("centrale-coach"))
                .body(body)
                .post("/api/v1/channels")
                .then()
                .statusCode(403);
    }

    @Test
    void theFeedIsForOurOwnServicesOnly() {
        Winkel winkel = Winkel.open();

        winkel.as("manager").get("/events").then().statusCode(403);
        Winkel.with(Tokens.machine("webshop", "library:read"))
                .get("/events")
                .then()
                .statusCode(403);
        Winkel.with(Tokens.service("content-service"))
                .get("/events")
                .then()
                .statusCode(200)
                .contentType("application/cloudevents-batch+json");
        Winkel.with(Tokens.service("content-service"))
                .get("/events?lastEventId=x&timeout=5")
                .then()
                .statusCode(400);
    }
}
