package nl.etalage.scheduling.ending;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What content-service tells of ends, in the transaction of the follower. */
@ApplicationScoped
public class HearEndings {

    private final TellShop shops;
    private final Clock clock;

    HearEndings(TellShop shops, Clock clock) {
        this.shops = shops;
        this.clock = clock;
    }

    /** It will end; who uses it is told in batches. */
    public void ends(Connection connection, EndingKind kind, JsonNode data) throws SQLException {
        Ending.hear(connection, kind, data, clock.instant());
    }

    /** It ends at another moment than was told, or not at all; when that is near, a warning of its own follows. */
    public void moves(Connection connection, EndingKind kind, JsonNode data) throws SQLException {
        String endsAt = data.path("endsAt").asText(null);
        MovedEnd.from(connection, kind, kind.subject(data), endsAt == null ? null : Instant.parse(endsAt));
    }

    /** The story was taken back or is over: nothing is still to end. */
    public void takenBack(Connection connection, UUID story) throws SQLException {
        MovedEnd.from(connection, EndingKind.STORY, story, null);
    }

    /** Who makes a version of what will end hears so, also when the others were told before. */
    public void adapted(Connection connection, UUID story, String shop) throws SQLException {
        shops.tell(connection, EndingKind.STORY, story, shop);
    }
}
