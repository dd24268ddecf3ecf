package nl.etalage.scheduling.access;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.access.AccessRequest;
import nl.etalage.testing.access.Whose;

/** Makes what callers ask for, by the people of the shop whose it is. */
record AccessTargets(Winkel own, Winkel foreign, DataSource worker) {

    private static final String LATER = "2027-05-05T10:00";

    String slug(Whose whose) {
        return whose == Whose.ABSENT ? "nergens" : winkel(whose).slug();
    }

    AccessRequest channel(Whose whose) {
        return AccessRequest.at("id", channelId(whose)).version(0);
    }

    /** A new publication with each of its parts by whose it is. */
    AccessRequest plan(Whose shop, Whose channel, Whose text) {
        String adaptation = text == Whose.ABSENT
                ? UUID.randomUUID().toString()
                : winkel(text).adaptation("Nieuw " + UUID.randomUUID()).id().toString();
        return AccessRequest.plain()
                .json(
                        """
                        {"shop": "%s", "channel": "%s", "adaptation": "%s", "localTime": "%s"}"""
                                .formatted(slug(shop), channelId(channel), adaptation, LATER));
    }

    /**
     * A publication, at its present version.
     *
     * @param planner who planned it
     * @param state where a worker has brought it; null for as it was planned
     */
    AccessRequest publication(Whose whose, String planner, String state) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("id", UUID.randomUUID()).version(0);
        }
        Winkel winkel = winkel(whose);
        Response planned =
                winkel.plan(planner, winkel.assisted(), winkel.adaptation("Tekst " + UUID.randomUUID()), LATER);
        planned.then().statusCode(201);
        String id = planned.path("id");
        if (state != null) {
            bring(id, state);
        }
        return AccessRequest.at("id", id).version(planned.jsonPath().getLong("version"));
    }

    private Winkel winkel(Whose whose) {
        return whose == Whose.FOREIGN ? foreign : own;
    }

    private String channelId(Whose whose) {
        return whose == Whose.ABSENT
                ? UUID.randomUUID().toString()
                : winkel(whose).assisted();
    }

    /** As the worker would have done when its time came, without waiting for that. */
    private void bring(String publication, String state) {
        try (Connection connection = worker.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE publication SET state = ?, due_at = NULL WHERE id = ?")) {
            update.setString(1, state);
            update.setObject(2, UUID.fromString(publication));
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The publication could not be brought to " + state, failure);
        }
    }
}
