package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** https://docs.joinmastodon.org/methods/accounts/ */
class AccountApiTest {
    private static StandInPlatform platform;

    @BeforeAll
    static void start() {
        platform = StandInPlatform.start(StandInOptions.defaults());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void anAccountExistsAsSoonAsItsTokenIsUsed() {
        Client.Reply reply = Client.of(platform, "bergen-op-zoom").get("/api/v1/accounts/verify_credentials");

        assertEquals(200, reply.status());
        assertEquals("bergen-op-zoom", reply.json().path("username").asText());
        assertEquals("bergen-op-zoom", reply.json().path("acct").asText());
        assertEquals(
                platform.url() + "/@bergen-op-zoom", reply.json().path("url").asText());
        assertEquals("public", reply.json().path("source").path("privacy").asText());
        assertTrue(reply.json().path("id").isTextual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-zeist", "stand-in-", "stand-in-Zeist", "stand-in-a/b", "stand-in--", "x"})
    void aTokenOfNoAccountIsRefused(String token) {
        Client.Reply reply = Client.withToken(platform, token).get("/api/v1/accounts/verify_credentials");

        assertEquals(401, reply.status());
        assertEquals("{\"error\":\"The access token is invalid\"}", reply.text());
    }

    @Test
    void withoutATokenNobodyIsVerified() {
        Client.Reply reply = Client.anonymous(platform).get("/api/v1/accounts/verify_credentials");

        assertEquals(401, reply.status());
        assertEquals("The access token is invalid", reply.error());
    }

    @Test
    void anAccountIsFoundByName() {
        JsonNode own = Client.of(platform, "gouda")
                .get("/api/v1/accounts/verify_credentials")
                .json();

        Client.Reply reply = Client.anonymous(platform).get("/api/v1/accounts/lookup?acct=@Gouda");

        assertEquals(200, reply.status());
        assertEquals(own.path("id").asText(), reply.json().path("id").asText());
        assertTrue(reply.json().path("source").isMissingNode(), "what only its owner sees");
    }

    @Test
    void anAccountThatNobodyUsedIsNotFound() {
        Client.Reply reply = Client.anonymous(platform).get("/api/v1/accounts/lookup?acct=nobody");

        assertEquals(404, reply.status());
        assertEquals("{\"error\":\"Record not found\"}", reply.text());
    }

    @Test
    void statusesComeNewestFirstAndPageByTheLinkHeader() {
        Client hoorn = Client.of(platform, "hoorn");
        for (int i = 1; i <= 5; i++) {
            hoorn.post("bericht " + i, "hoorn-" + i);
        }
        String path = "/api/v1/accounts/" + id(hoorn) + "/statuses?limit=2";

        Client.Reply first = hoorn.get(path);
        Client.Reply second = hoorn.get(link(first, "next"));
        Client.Reply last = hoorn.get(link(second, "next"));

        assertEquals(List.of("<p>bericht 5</p>", "<p>bericht 4</p>"), contents(first));
        assertEquals(List.of("<p>bericht 3</p>", "<p>bericht 2</p>"), contents(second));
        assertEquals(List.of("<p>bericht 1</p>"), contents(last));
        assertNull(link(last, "next"));
        assertEquals(List.of("<p>bericht 3</p>", "<p>bericht 2</p>"), contents(hoorn.get(link(last, "prev"))));
    }

    @Test
    void minIdGivesTheNearestAndSinceIdTheNewest() {
        Client tiel = Client.of(platform, "tiel");
        String first = tiel.post("bericht 1", "tiel-1").json().path("id").asText();
        for (int i = 2; i <= 4; i++) {
            tiel.post("bericht " + i, "tiel-" + i);
        }
        String path = "/api/v1/accounts/" + id(tiel) + "/statuses?limit=2";

        assertEquals(List.of("<p>bericht 3</p>", "<p>bericht 2</p>"), contents(tiel.get(path + "&min_id=" + first)));
        assertEquals(List.of("<p>bericht 4</p>", "<p>bericht 3</p>"), contents(tiel.get(path + "&since_id=" + first)));
        assertEquals(List.of(), contents(tiel.get(path + "&max_id=" + first + "&min_id=" + first)));
    }

    @Test
    void othersDoNotSeeWhatIsNotPublic() {
        Client ede = Client.of(platform, "ede");
        ede.post("open", "ede-1");
        ede.postJson("/api/v1/statuses", "{\"status\":\"besloten\",\"visibility\":\"private\"}");
        String path = "/api/v1/accounts/" + id(ede) + "/statuses";

        assertEquals(List.of("<p>open</p>"), contents(Client.anonymous(platform).get(path)));
        assertEquals(
                List.of("<p>open</p>"), contents(Client.of(platform, "venlo").get(path)));
        assertEquals(List.of("<p>besloten</p>", "<p>open</p>"), contents(ede.get(path)));
    }

    @Test
    void twoAccountsHaveTheirOwnPosts() {
        Client one = Client.of(platform, "assen");
        Client other = Client.of(platform, "emmen");
        one.post("van assen", "same-key");

        Client.Reply reply = other.post("van emmen", "same-key");

        assertEquals("<p>van emmen</p>", reply.json().path("content").asText());
        assertNotEquals(id(one), id(other));
        assertEquals(1, platform.posts("assen").size());
    }

    private static String id(Client client) {
        return client.get("/api/v1/accounts/verify_credentials")
                .json()
                .path("id")
                .asText();
    }

    private static List<String> contents(Client.Reply reply) {
        assertEquals(200, reply.status());
        return StreamSupport.stream(reply.json().spliterator(), false)
                .map(status -> status.path("content").asText())
                .toList();
    }

    private static String link(Client.Reply reply, String relation) {
        String header = reply.header("Link");
        for (String link : header.split(", ", -1)) {
            if (link.endsWith("; rel=\"" + relation + "\"")) {
                return link.substring(1, link.indexOf('>'))
                        .substring(platform.url().length());
            }
        }
        return null;
    }
}
