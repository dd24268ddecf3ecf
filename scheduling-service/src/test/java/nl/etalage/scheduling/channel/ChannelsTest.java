package nl.etalage.scheduling.channel;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting, verifying and letting go of channels. */
@QuarkusTest
class ChannelsTest {

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    private static Response connect(Winkel winkel, String rest) {
        return winkel.as("manager")
                .body("{\"shop\":\"%s\",%s}".formatted(winkel.slug(), rest))
                .post("/api/v1/channels");
    }

    private static String credentials(String server, String token) {
        return "\"platform\":\"mastodon\",\"credentials\":{\"server\":\"%s\",\"accessToken\":\"%s\"}"
                .formatted(server, token);
    }

    @Test
    void aVerifiedChannelIsHealthyAndKnowsItsAccountAndLimit() {
        Winkel winkel = Winkel.open();
        Response connected = connect(
                winkel,
                credentials(Neighbours.platform().url(), "stand-in-" + winkel.account())
                        + ",\"purpose\":\"Nieuws\",\"audience\":[\"customers\",\"likeMinded\"],\"minimumGap\":\"PT2H\"");
        connected.then().statusCode(201).body("state", equalTo("new")).body("characterLimit", nullValue());

        Response verified = winkel.as("manager")
                .header("If-Match", connected.header("ETag"))
                .post("/api/v1/channels/{id}/verify", (String) connected.path("id"));

        verified.then()
                .statusCode(200)
                .body("state", equalTo("healthy"))
                .body("account", startsWith("@" + winkel.account() + "@"))
                .body("characterLimit", equalTo(500))
                .body("purpose", equalTo("Nieuws"))
                .body("audience", contains("customers", "likeMinded"))
                .body("minimumGap", equalTo("PT2H"))
                .body("verifiedAt", notNullValue())
                .body("$", not(org.hamcrest.Matchers.hasKey("credentials")));
    }

    @Test
    void theSecretIsSealedAtRestAndIsInNoAnswer() throws SQLException {
        Winkel winkel = Winkel.open();
        String secret = "stand-in-" + winkel.account();
        String channel = winkel.mastodon();

        String answers = winkel.as("manager").get("/api/v1/channels/" + channel).asString()
                + winkel.as("manager")
                        .get("/api/v1/channels?shop=" + winkel.slug())
                        .asString();
        String row;
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT channel::text FROM channel WHERE id = '" + channel + "'")) {
            result.next();
            row = result.getString(1);
        }

        assertFalse(answers.contains(secret));
        assertFalse(row.contains(secret));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"TOKEN_REVOKED", "UNAVAILABLE", "MALFORMED_BODY", "TIME_OUT"})
    void aChannelThatDoesNotWorkSaysWhy(FaultKind kind) {
        Winkel winkel = Winkel.open();
        Response connected = connect(winkel, credentials(Neighbours.platform().url(), "stand-in-" + winkel.account()));
        Neighbours.platform().fault(Fault.of(kind).forAccount(winkel.account()));

        Response verified = winkel.as("manager")
                .header("If-Match", "\"0\"")
                .post("/api/v1/channels/{id}/verify", (String) connected.path("id"));

        verified.then().statusCode(200).body("state", equalTo("failing")).body("reason", notNullValue());
        Neighbours.platform().clearFaults();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mastodon.example",
                "https://localhost",
                "https://127.0.0.1",
                "https://127.0.0.1:8443",
                "https://0.0.0.0",
                "https://10.0.0.8",
                "https://172.16.3.4",
                "https://192.168.1.1",
                "https://169.254.169.254",
                "https://100.64.0.1",
                "https://[::1]",
                "https://[fd00::1]",
                "https://[fe80::1]",
                "https://[::ffff:127.0.0.1]",
                "https://[64:ff9b::7f00:1]",
                "https://2130706433",
                "https://user:secret@example.com",
                "https://example.com/path",
                "https://example.com?x=1",
                "file:///etc/passwd",
                "ftp://example.com",
                "gopher://127.0.0.1",
                "javascript:alert(1)",
                "//example.com",
                "example.com",
                "https://",
                "https:// spatie",
                "\\u0009"
            })
    void noServerInsideOurOwnNetworkIsEverCalled(String server) {
        Winkel winkel = Winkel.open();

        Response refused = connect(winkel, credentials(server, "x"));

        assertEquals(422, refused.statusCode(), refused.asString());
        refused.then().body("violations[0].pointer", equalTo("/credentials/server"));
    }

    @ParameterizedTest
    @CsvSource({
        "bluesky",
        "facebook",
        "instagram",
        "threads",
        "linkedin",
        "google-business",
        "wordpress",
        "newsletter",
        "webhook",
        "website-feed",
        "poster"
    })
    void aPlatformThatIsStillToComeSaysSo(String platform) {
        Winkel winkel = Winkel.open();

        Response refused = connect(winkel, "\"platform\":\"%s\",\"account\":\"x\"".formatted(platform));

        refused.then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/platform-not-yet"))
                .body("violations[0].pointer", equalTo("/platform"))
                .body("detail", containsString(platform));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"platform\":\"myspace\" | /platform",
                "\"platform\":5 | /platform",
                "\"platform\":null | /platform",
                "\"platform\":\"assisted\" | /account",
                "\"platform\":\"mastodon\" | /credentials",
                "\"platform\":\"mastodon\",\"credentials\":{} | /credentials/server",
                "\"platform\":\"mastodon\",\"credentials\":\"x\" | /credentials",
                "\"platform\":\"assisted\",\"account\":\"x\",\"credentials\":{\"server\":\"x\",\"accessToken\":\"x\"} | /credentials",
                "\"platform\":\"assisted\",\"account\":\"x\",\"minimumGap\":\"2 uur\" | /minimumGap",
                "\"platform\":\"assisted\",\"account\":\"x\",\"minimumGap\":\"PT-5M\" | /minimumGap",
                "\"platform\":\"assisted\",\"account\":\"x\",\"minimumGap\":\"P400D\" | /minimumGap",
                "\"platform\":\"assisted\",\"account\":\"x\",\"minimumGap\":\"PT99999999999999999H\" | /minimumGap",
                "\"platform\":\"assisted\",\"account\":\"x\",\"audience\":[\"everybody\"] | /audience/0",
                "\"platform\":\"assisted\",\"account\":\"x\",\"audience\":[null] | /audience",
                "\"platform\":\"assisted\",\"account\":\"x\",\"colour\":\"red\" | /colour"
            })
    void whatIsWrongIsSaidAtItsField(String rest, String pointer) {
        Winkel winkel = Winkel.open();

        Response refused = connect(winkel, rest.strip());

        assertEquals(422, refused.statusCode(), refused.asString());
        refused.then().body("violations[0].pointer", equalTo(pointer));
    }

    @Test
    void aPatchChangesWhatItNamesAndNewCredentialsAskForANewVerification() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        String tag = winkel.as("manager").get("/api/v1/channels/" + channel).header("ETag");

        Response described = winkel.as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"purpose\":\"Acties\",\"minimumGap\":\"PT1H\"}")
                .patch("/api/v1/channels/" + channel);
        Response reconnected = winkel.as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", described.header("ETag"))
                .body("{\"minimumGap\":null,\"credentials\":{\"server\":\"%s\",\"accessToken\":\"stand-in-ander\"}}"
                        .formatted(Neighbours.platform().url()))
                .patch("/api/v1/channels/" + channel);

        described
                .then()
                .statusCode(200)
                .body("state", equalTo("healthy"))
                .body("purpose", equalTo("Acties"))
                .body("minimumGap", equalTo("PT1H"));
        reconnected
                .then()
                .statusCode(200)
                .body("state", equalTo("new"))
                .body("purpose", equalTo("Acties"))
                .body("minimumGap", nullValue());
    }

    @Test
    void aDisconnectedChannelLeavesTheListAndItsPlansAreCancelledVisibly() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        String publication = winkel.plan(
                        "publisher", channel, winkel.adaptation("Blijft ongeplaatst"), "2027-05-05T10:00")
                .then()
                .extract()
                .path("id");
        String tag = winkel.as("manager").get("/api/v1/channels/" + channel).header("ETag");

        winkel.as("manager").delete("/api/v1/channels/" + channel).then().statusCode(428);
        winkel.as("manager")
                .header("If-Match", tag)
                .delete("/api/v1/channels/" + channel)
                .then()
                .statusCode(204);

        winkel.as("manager")
                .get("/api/v1/channels?shop=" + winkel.slug())
                .then()
                .body("items", empty());
        winkel.as("manager").get("/api/v1/channels/" + channel).then().body("state", equalTo("disconnected"));
        winkel.look(publication)
                .body("state", equalTo("cancelled"))
                .body("reason", equalTo("Het kanaal is losgekoppeld."));
        winkel.plan("publisher", channel, winkel.adaptation("Nieuw"), "2027-05-05T10:00")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/channel-disconnected"));
    }

    @Test
    void nothingMoreCanBeDoneWithAChannelThatWasDisconnected() {
        Winkel winkel = Winkel.open();
        String channel = "/api/v1/channels/" + winkel.mastodon();
        withItsVersion(winkel, channel).delete(channel).then().statusCode(204);

        Stream.of(
                        withItsVersion(winkel, channel).delete(channel),
                        withItsVersion(winkel, channel).post(channel + "/verify"),
                        withItsVersion(winkel, channel)
                                .contentType("application/merge-patch+json")
                                .body("{\"purpose\":\"Acties\"}")
                                .patch(channel))
                .forEach(refusal -> refusal.then()
                        .statusCode(409)
                        .body("type", equalTo("https://etalage.nl/problems/channel-disconnected")));
    }

    private static RequestSpecification withItsVersion(Winkel winkel, String channel) {
        String tag = winkel.as("manager").get(channel).header("ETag");
        return winkel.as("manager").header("If-Match", tag);
    }

    @Test
    void theListIsPaged() {
        Winkel winkel = Winkel.open();
        for (int i = 0; i < 3; i++) {
            connect(winkel, "\"platform\":\"assisted\",\"account\":\"Kanaal %d\"".formatted(i))
                    .then()
                    .statusCode(201);
        }

        Response first = winkel.as("publisher").get("/api/v1/channels?limit=2&shop=" + winkel.slug());
        Response second = winkel.as("publisher")
                .get("/api/v1/channels?limit=2&shop=" + winkel.slug() + "&pageToken=" + first.path("nextPageToken"));

        first.then().body("items.account", contains("Kanaal 0", "Kanaal 1"));
        second.then().body("items.account", contains("Kanaal 2"));
        winkel.as("publisher")
                .get("/api/v1/channels?limit=101&shop=" + winkel.slug())
                .then()
                .statusCode(422);
        winkel.as("publisher")
                .get("/api/v1/channels")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("#shop"));
    }

    @Test
    void aShopToTryThingsWithConnectsToTheStandInAndNowhereElse() {
        Winkel winkel = Winkel.openSandbox();

        connect(winkel, credentials("https://mastodon.example", "geheim"))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/sandbox-only"))
                .body("violations[0].pointer", equalTo("/credentials/server"));
        Response connected = connect(winkel, credentials(Neighbours.platform().url(), "stand-in-" + winkel.account()));
        connected.then().statusCode(201);

        winkel.as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", connected.header("ETag"))
                .body("{\"credentials\":{\"server\":\"https://mastodon.example\",\"accessToken\":\"geheim\"}}")
                .patch("/api/v1/channels/{id}", (String) connected.path("id"))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/sandbox-only"));
    }
}
