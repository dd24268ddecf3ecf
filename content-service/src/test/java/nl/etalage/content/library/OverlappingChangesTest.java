package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.picture;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.is;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A story comes into the library in the very moment in which somebody says until when one of its pictures may be used, or
 * puts it in a campaign: it leaves with the picture and is in the campaign, whoever of the two was first.
 */
@QuarkusTest
class OverlappingChangesTest {

    private static final String PREPARED = "SELECT count(*) FROM prepared_story WHERE story = '%s'";
    private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    private final LocalDate today = LocalDate.ofInstant(CLOCK.instant(), DUTCH);

    @AfterEach
    void release() {
        CLOCK.release();
    }

    private Response endsToday(String picture) {
        return patch(
                        as("editor").get("/api/v1/assets/{id}", picture),
                        "editor",
                        "{\"consent\": {\"given\": true, \"until\": \"%s\"}}".formatted(today))
                .patch("/api/v1/assets/{id}", picture);
    }

    /** Lets both come to their last step, the event, and go on only when each has done all before it or waits. */
    private void overlapping(Supplier<Response> first, Supplier<Response> second) throws Exception {
        CompletableFuture<Response> one;
        CompletableFuture<Response> two;
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            ask(connection, "SELECT count(*) FROM (SELECT FROM event_feed FOR UPDATE) held");
            one = CompletableFuture.supplyAsync(first);
            eventually(() -> waiting(connection) >= 1);
            two = CompletableFuture.supplyAsync(second);
            eventually(() -> waiting(connection) >= 2);
            connection.rollback();
            connection.setAutoCommit(true);
        }
        one.get(10, TimeUnit.SECONDS).then().statusCode(200);
        two.get(10, TimeUnit.SECONDS).then().statusCode(200);
    }

    private static int waiting(Connection connection) {
        return ask(connection, "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted");
    }

    private static int ask(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Also what was prepared of it for all shops goes. */
    private void leavesWithThePicture(String story) throws SQLException {
        String shop = newShop();
        Instant end = today.plusDays(1).atStartOfDay(DUTCH).toInstant();
        String item = "/api/v1/library/%s?shop=%s".formatted(story, shop);
        CLOCK.set(end.minusSeconds(1));
        machine(shop).get(item).then().statusCode(200).body("availableUntil", is(end.toString()));
        try (Connection connection = worker.getConnection()) {
            eventually(() -> ask(connection, PREPARED.formatted(story)) > 0);
        }
        CLOCK.set(end);
        machine(shop).get(item).then().statusCode(404);
        eventually(() ->
                as("editor").get("/api/v1/stories/{id}", story).path("state").equals("withdrawn"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReleaseAndTheWordsAboutItsPictureOverlap(boolean releaseFirst) throws Exception {
        String picture = picture();
        released("\"body\": \"Eerder.\", \"assets\": [\"%s\"]".formatted(picture));
        String story = draft("\"body\": \"Nieuw.\", \"assets\": [\"%s\"]".formatted(picture));
        act(story, "submit", "editor", null).then().statusCode(200);
        Supplier<Response> release = () -> act(story, "release", "editor2", null);
        Supplier<Response> describe = () -> endsToday(picture);

        overlapping(releaseFirst ? release : describe, releaseFirst ? describe : release);

        leavesWithThePicture(story);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCorrectionAndTheWordsAboutThePictureThatItPutsInOverlap(boolean correctionFirst) throws Exception {
        String picture = picture();
        released("\"body\": \"Eerder.\", \"assets\": [\"%s\"]".formatted(picture));
        String story = released("\"body\": \"Zonder foto.\"");
        Supplier<Response> correct = () -> act(
                story,
                "correct",
                "editor",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"assets\": [\"%s\"]}}".formatted(picture));
        Supplier<Response> describe = () -> endsToday(picture);

        overlapping(correctionFirst ? correct : describe, correctionFirst ? describe : correct);

        leavesWithThePicture(story);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReleaseAndACampaignThatTakesTheStoryInOverlap(boolean releaseFirst) throws Exception {
        String other = released("\"body\": \"Eerder.\"");
        String story = draft("\"body\": \"Bij {{campaign.name}}.\"");
        act(story, "submit", "editor", null).then().statusCode(200);
        String campaign = json(
                        "editor", "{\"name\": \"Lente\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2099-06-30\"}")
                .post("/api/v1/campaigns")
                .path("id");
        Supplier<Response> release = () -> act(story, "release", "editor2", null);
        Supplier<Response> take = () -> patch(
                        as("editor").get("/api/v1/campaigns/{id}", campaign),
                        "editor",
                        "{\"stories\": [\"%s\", \"%s\"]}".formatted(other, story))
                .patch("/api/v1/campaigns/{id}", campaign);

        overlapping(releaseFirst ? release : take, releaseFirst ? take : release);

        String shop = newShop();
        machine(shop)
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .then()
                .body("body", is("Bij Lente."), "campaigns", is(List.of(campaign)));
    }

    @Test
    void twoReleasesWithTheSamePicturesInAnotherOrderBothComeThrough() throws Exception {
        String one = picture();
        String two = picture();
        String first = draft("\"body\": \"x\", \"assets\": [\"%s\", \"%s\"]".formatted(one, two));
        String second = draft("\"body\": \"x\", \"assets\": [\"%s\", \"%s\"]".formatted(two, one));
        act(first, "submit", "editor", null).then().statusCode(200);
        act(second, "submit", "editor", null).then().statusCode(200);
        overlapping(() -> act(first, "release", "editor2", null), () -> act(second, "release", "editor2", null));
    }
}
