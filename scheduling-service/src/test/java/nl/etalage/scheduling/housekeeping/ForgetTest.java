package nl.etalage.scheduling.housekeeping;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import nl.etalage.scheduling.Adaptation;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import org.junit.jupiter.api.Test;

/** A picture that a critical correction took out of its story is remembered for as long as it can stop something. */
@QuarkusTest
class ForgetTest {

    @Inject
    Forget forget;

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    private int dropped(UUID story) {
        return ask("SELECT count(*) FROM dropped_picture WHERE story = '%s'".formatted(story));
    }

    /** As if the day in which posts follow the correction were over. */
    private void aDayLater(UUID story) {
        execute("UPDATE dropped_picture SET sweep_until = sweep_until - interval '2 days' WHERE story = '%s'"
                .formatted(story));
    }

    private void execute(String sql) {
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int ask(String sql) {
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aDroppedPictureIsForgottenWhenAllThatShowedItWasStoppedOrTakenAway() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Fout").renders("Met de verkeerde foto", "Iemand anders");
        Response live = winkel.plan("publisher", winkel.mastodon(), adaptation, Winkel.in(2));
        winkel.awaitState(live.path("id"), "published");
        String planned = winkel.plan("publisher", winkel.assisted(), adaptation, "2027-05-05T10:00")
                .path("id");
        adaptation.corrected("critical", live.path("assets[0].id"));
        winkel.awaitState(planned, "recalled");
        winkel.awaitState(live.path("id"), "removed");

        forget.run();
        assertEquals(1, dropped(adaptation.story()), "posts may still follow");
        aDayLater(adaptation.story());
        forget.run();

        assertEquals(0, dropped(adaptation.story()));
        winkel.look(planned).body("state", equalTo("recalled"));
        winkel.as("manager")
                .get("/api/v1/recalls?shop=" + winkel.slug())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("mistake"))
                .body("items[0].stopped", equalTo(1))
                .body("items[0].removed", equalTo(1));
    }

    @Test
    void aPostThatFailedKeepsItForItCouldBeTriedAgain() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Fout").renders("Met de verkeerde foto", "Iemand anders");
        String channel = winkel.mastodon();
        Neighbours.platform().fault(Fault.of(FaultKind.TOKEN_REVOKED).forAccount(winkel.account()));
        Response failed = winkel.plan("publisher", channel, adaptation, Winkel.in(2));
        winkel.awaitState(failed.path("id"), "failed");
        String planned = winkel.plan("publisher", winkel.assisted(), adaptation, "2027-05-05T10:00")
                .path("id");
        adaptation.corrected("critical", failed.path("assets[0].id"));
        winkel.awaitState(planned, "recalled");

        aDayLater(adaptation.story());
        forget.run();

        assertEquals(1, dropped(adaptation.story()));
        winkel.act("publisher", failed.path("id"), "retry", "{\"localTime\":\"2027-05-05T10:00\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/picture-ended"));
        execute("UPDATE publication SET state = 'cancelled' WHERE id = '%s'".formatted(failed.<String>path("id")));
        forget.run();
        assertEquals(0, dropped(adaptation.story()), "nothing is left that it could stop");
    }
}
