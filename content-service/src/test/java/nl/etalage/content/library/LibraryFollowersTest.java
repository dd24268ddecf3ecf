package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.etalage.content.Network;
import nl.etalage.content.TestSettings;
import nl.etalage.eventfeed.FeedCompaction;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.testing.SettableClock;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who follows a shop's library: what they hear, and what it costs when thousands of them wait. */
@QuarkusTest
class LibraryFollowersTest {

    private static final String EVENTS = "/api/v1/library/events?shop=";

    /** Fifty for each thread of the service. */
    private static final int FOLLOWERS = 2_000;

    @Inject
    FeedReader feeds;

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    @AfterEach
    void timeGoesOn() {
        TestSettings.timeGoesOn();
    }

    private static Response events(String shop, String after) {
        return machine(shop).get(EVENTS + shop + after);
    }

    /** The end of what there is, as a follower reaches it. */
    private static String end(String shop) {
        String last = null;
        List<String> ids;
        do {
            ids = events(shop, last == null ? "" : "&lastEventId=" + last)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("id");
            last = ids.isEmpty() ? last : ids.get(ids.size() - 1);
        } while (!ids.isEmpty());
        return last;
    }

    @Test
    void aStoryComesAlongReadyToShowAndAWithdrawnOneDoesNot() {
        String shop = newShop();
        released("\"body\": \"Eerst.\"");
        String after = "&lastEventId=" + end(shop);
        String stays = released("\"body\": \"Bij {{shop.name}}.\"");
        String goes = released("\"body\": \"Even.\"");
        act(goes, "withdraw", "editor", "{\"reason\": \"mistake\"}").then().statusCode(200);
        events(shop, after + "&include=story")
                .then()
                .statusCode(200)
                .body("data.story", contains(stays, goes, goes))
                .body("[0].data.item.id", is(stays))
                .body("[0].data.item.bodyHtml", is("<p>Bij Wereldwinkel " + shop + ".</p>"))
                .body("[1].data.item", nullValue())
                .body("[2].data.item", nullValue())
                .body("[2].data.change", is("removed"));
        events(shop, after).then().body("[0].data.item", nullValue());
        events(shop, "&include=alles").then().statusCode(422).body("violations[0].pointer", is("#include"));
    }

    @Test
    void aStoryThatIsWithdrawnInTheMomentBeforeItIsAnnouncedIsToldAsGoneAndNeverAsNew() throws Exception {
        String shop = newShop();
        released("\"body\": \"Eerst.\"");
        Instant embargo = CLOCK.instant().plus(Duration.ofMinutes(2)).truncatedTo(ChronoUnit.SECONDS);
        String story = released("\"body\": \"Nog even wachten.\", \"availableFrom\": \"%s\"".formatted(embargo));
        String item = "/api/v1/library/%s?shop=%s".formatted(story, shop);
        String after = "&lastEventId=" + end(shop);
        CompletableFuture<Response> withdrawal;
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            // What somebody holds isn't announced; the withdrawal waits in line for it.
            run(connection, "SELECT story FROM library_item WHERE story = '" + story + "' FOR UPDATE");
            CLOCK.set(embargo);
            machine(shop).get(item).then().statusCode(200);
            events(shop, after).then().body("data.story", not(hasItem(story)));
            withdrawal = CompletableFuture.supplyAsync(() -> act(story, "withdraw", "editor", null));
            eventually(() -> run(
                    connection, "SELECT 1 FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))"));
            connection.rollback();
            connection.setAutoCommit(true);
        }

        withdrawal.get(30, TimeUnit.SECONDS).then().statusCode(200);

        machine(shop).get(item).then().statusCode(404);
        events(shop, after)
                .then()
                .body("findAll { it.data.story == '%s' }.data.change".formatted(story), contains("removed"));
    }

    private static boolean run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void withStoriesAnAnswerHasAHundred() {
        String shop = newShop();
        String story = released("\"body\": \"Tekst.\"");
        String after = end(shop);
        for (int number = 0; number < 101; number++) {
            act(
                            story,
                            "correct",
                            "editor",
                            "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"summary\": \"Keer %d.\"}}"
                                    .formatted(number))
                    .then()
                    .statusCode(200);
        }
        events(shop, "&include=story&lastEventId=" + after).then().body("$", hasSize(100));
    }

    @Test
    void aShopThatMovesToAnotherGroupIsToldToReadAnewOnce() {
        String shop = newShop("oost-" + System.nanoTime());
        released("\"body\": \"Tekst.\"");
        String after = end(shop);
        events(shop, "&lastEventId=" + after).then().body("$", empty());
        Network.tellShopChanged(shop, 2, "west-" + System.nanoTime());
        eventually(() -> events(shop, "&lastEventId=" + after).path("[0].type") != null);
        Response told = events(shop, "&lastEventId=" + after);
        told.then()
                .body("$", hasSize(1))
                .body("[0].type", is("nl.etalage.content.library.reset.v1"))
                .body("[0].subject", is("shop/" + shop))
                .body("[0].data.change", is("reset"));
        events(shop, "&lastEventId=" + told.path("[0].id"))
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void aNewNameOfTheShopIsAReasonToReadAnewAndAWordFromNobodyIsNot() {
        String shop = newShop();
        released("\"body\": \"Bij {{shop.name}}.\"");
        String after = end(shop);
        Network.tellShopChanged(shop, 2);
        String story = released("\"body\": \"Daarna.\"");
        eventually(() -> events(shop, "&lastEventId=" + after)
                .<List<String>>path("data.story")
                .contains(story));
        Network.profile(shop, 3, "\"Winkel Anders\"", "null");
        eventually(() -> "nl.etalage.content.library.reset.v1"
                .equals(events(shop, "&lastEventId=" + after).path("[0].type")));
    }

    @Test
    void theShopsOwnWordsAreAnEventForThatShopAndNobodysLibraryMovesByIt() {
        String shop = newShop();
        String other = newShop();
        String story = released("\"body\": \"Van het netwerk.\"");
        String after = end(shop);
        String elsewhere = end(other);
        String tag = machine(other).get("/api/v1/library?shop=" + other).header("ETag");
        String adaptation = adapted(shop, story);
        patch(
                        as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation),
                        shop + "-publisher",
                        "{\"overrides\": {\"body\": \"Van ons.\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
        Response told = events(shop, "&include=story&lastEventId=" + after);
        told.then()
                .body("data.story", contains(story))
                .body("[0].subject", is("story/" + story))
                .body("[0].data.change", is("changed"))
                .body("[0].data.reason", is("own-version"))
                .body("[0].data.item.body", is("Van ons."));
        events(shop, "&lastEventId=" + told.path("[0].id")).then().body("$", empty());
        events(other, "&lastEventId=" + elsewhere).then().body("$", empty());
        machine(other)
                .header("If-None-Match", tag)
                .get("/api/v1/library?shop=" + other)
                .then()
                .statusCode(304);
    }

    @Test
    void whoWasAwayForAYearCatchesUpWithWhatCompactionLeft() throws SQLException {
        String group = "jaar-" + System.nanoTime();
        String shop = newShop(group);
        String mine = ", \"targetGroups\": [\"%s\"]".formatted(group);
        String kept = released("\"body\": \"Een.\"" + mine);
        String goes = released("\"body\": \"Twee.\"" + mine);
        String after = end(shop);
        Map<String, String> follower = new HashMap<>(Map.of(kept, "Een.", goes, "Twee."));
        for (int number = 0; number < 30; number++) {
            act(
                            kept,
                            "correct",
                            "editor",
                            "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"body\": \"Keer %d.\"}}"
                                    .formatted(number))
                    .then()
                    .statusCode(200);
        }
        act(goes, "withdraw", "editor", "{\"reason\": \"licence-ended\"}")
                .then()
                .statusCode(200);
        String added = released("\"body\": \"Drie.\"" + mine);
        try (Connection connection = worker.getConnection()) {
            FeedCompaction.compact(
                    connection,
                    LibraryEvent.FEED,
                    Duration.ofDays(30),
                    SettableClock.now().plus(Duration.ofDays(365)));
        }
        Response told = events(shop, "&include=story&lastEventId=" + after);
        told.then().body("$", hasSize(3));
        for (Map<String, Object> event : told.jsonPath().<Map<String, Object>>getList("data")) {
            String story = (String) event.get("story");
            if (event.get("change").equals("removed")) {
                assertEquals("licence-ended", event.get("reason"));
                follower.remove(story);
            } else {
                follower.put(story, (String) ((Map<?, ?>) event.get("item")).get("body"));
            }
        }
        assertEquals(Map.of(kept, "Keer 29.", added, "Drie."), follower);
        List<String> anew = events(shop, "").path("data.story");
        assertTrue(anew.containsAll(List.of(kept, goes, added)), "who starts anew hears of every story");
    }

    @Test
    void thousandsWhoWaitHoldNoThread() throws Exception {
        String group = "wacht-" + System.nanoTime();
        String shop = newShop(group);
        String story = Network.draft("\"body\": \"Nieuws.\", \"targetGroups\": [\"%s\"]".formatted(group));
        act(story, "submit", "editor", null).then().statusCode(200);
        String after = end(shop);
        String token = Tokens.machine("webshop-" + shop, "library:read");
        URI address = URI.create("http://localhost:" + RestAssured.port + EVENTS + shop + "&timeout=30000"
                + (after == null ? "" : "&lastEventId=" + after));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int before = feeds.waiting();
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int number = 0; number < FOLLOWERS; number++) {
            waiting.add(client.sendAsync(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        eventually(() -> feeds.waiting() >= before + FOLLOWERS);
        assertTrue(ManagementFactory.getThreadMXBean().getThreadCount() < FOLLOWERS, "not a thread for each");
        // The last of them are counted a moment before their thread has left.
        eventually(() -> busyWorkers().isEmpty());
        machine(shop).get("/api/v1/library?shop=" + shop).then().statusCode(200);

        act(story, "release", "editor2", null).then().statusCode(200);
        for (CompletableFuture<HttpResponse<String>> one : waiting) {
            HttpResponse<String> answer = one.get(30, TimeUnit.SECONDS);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains(story), answer.body());
        }
        eventually(() -> feeds.waiting() <= before);
    }

    /** Threads that serve requests and are in the middle of one. */
    private static Set<String> busyWorkers() {
        Set<String> busy = new TreeSet<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            boolean serves = thread.getName().startsWith("executor-thread");
            boolean ours = Arrays.stream(stack)
                    .anyMatch(frame -> frame.getClassName().startsWith("nl.etalage.content.library"));
            if (serves && ours) {
                busy.add(thread.getName());
            }
        });
        return busy;
    }

    @Test
    void anIdOfAnotherFormIsRefusedAndABarePositionIsNot() {
        String shop = newShop();
        for (String id : List.of("x", "1-2", "1-2-xyz", "1-2-0123456789abcdef", "-1", "9".repeat(19))) {
            events(shop, "&lastEventId=" + id).then().statusCode(422).body("violations[0].pointer", is("#lastEventId"));
        }
        events(shop, "&lastEventId=0").then().statusCode(200);
        events(shop, "&lastEventId=999999999999999999-0-000000000000")
                .then()
                .statusCode(200)
                .body("$", not(empty()));
    }
}
