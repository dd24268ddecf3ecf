package nl.etalage.content.housekeeping;

import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import nl.etalage.content.BackgroundWork;
import nl.etalage.content.Network;
import nl.etalage.content.TestSettings;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgetTest {

    @Inject
    Forget forget;

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    @AfterEach
    void release() {
        TestSettings.timeGoesOn();
    }

    @Test
    void supersededEventsGoAndTheLastWordOnEveryStoryStays() {
        String story = Network.released("\"body\": \"Tekst.\"");
        Network.act(story, "withdraw", "editor", null).then().statusCode(200);
        assertEquals(0, forget.run().events());
        CLOCK.set(SettableClock.now().plus(Duration.ofDays(31)));
        Forget.Forgotten forgotten = forget.run();
        assertTrue(forgotten.events() >= 2);
        List<Object> told = BackgroundWork.told("work", "story/" + story).stream()
                .map(event -> event.get("type"))
                .toList();
        assertTrue(told.contains("nl.etalage.content.story.withdrawn.v1"), told.toString());
    }

    @Test
    void anEarlierDraftGoesAfterAMonthAndNobodyIsToldHalfOfWhatChanged() {
        String story = Network.draft("\"body\": \"Eerst.\"");
        Response first = Network.as("editor").get("/api/v1/stories/{id}", story);
        edit(first, "Toen.");
        edit(Network.as("editor").get("/api/v1/stories/{id}", story), "Nu.");
        edit(first, "Te laat.").then().statusCode(412).body("changes.field", hasItem("/body"));
        CLOCK.set(SettableClock.now().plus(Duration.ofDays(31)));

        assertTrue(forget.run().edits() >= 1);
        CLOCK.release();

        edit(first, "Te laat.")
                .then()
                .statusCode(412)
                .body("changes", nullValue())
                .body("changedBy", is(Network.centralMember("editor").toString()));
    }

    @Test
    void onlyTheNewestPreparedStoriesStay() {
        for (int number = 0; number < 7; number++) {
            String story = Network.released("\"body\": \"Nummer %d.\"".formatted(number));
            Network.eventually(() -> {
                String shop = Network.newShop();
                Network.machine(shop)
                        .get("/api/v1/library/{id}?shop={shop}", story, shop)
                        .then()
                        .statusCode(200);
                return prepared("WHERE story = '%s'".formatted(story)) == 1;
            });
        }
        assertTrue(forget.run().prepared() >= 2);
        assertEquals(5, prepared(""));
    }

    private int prepared(String where) {
        try (Connection connection = worker.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT count(*) FROM prepared_story " + where)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Response edit(Response seen, String body) {
        return Network.patch(seen, "editor", "{\"body\": \"%s\"}".formatted(body))
                .patch("/api/v1/stories/{id}", seen.<String>path("id"));
    }
}
