package nl.etalage.content.library.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.adaptation.TouchVersions;
import nl.etalage.content.asset.AssetEnded;
import nl.etalage.eventfeed.NewEvent;

/**
 * Tells services which files may be used no longer: also a shop's own, and one that a correction took out of its story,
 * of which no story tells.
 */
@ApplicationScoped
class EndedAssets {

    /** Several instances may look at once; each takes other rows. */
    private static final String ENDED =
            """
            UPDATE asset SET end_told = true, warn_at = NULL
            WHERE id IN (
                SELECT id FROM asset WHERE ends_at <= ? AND NOT end_told
                ORDER BY ends_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING id, shop, end_reason, ends_at""";

    private final TellFeed tell;
    private final Clock clock;

    EndedAssets(TellFeed tell, Clock clock) {
        this.tell = tell;
        this.clock = clock;
    }

    /** One round: every file whose end has come. */
    void run() {
        tell.all("Ended files", TellFeed.WORK, this::ended);
    }

    private List<NewEvent> ended(Connection connection) throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<NewEvent> events = new ArrayList<>();
        List<UUID> ended = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(ENDED)) {
            update.setObject(1, now);
            update.setInt(2, TellFeed.BATCH);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    events.add(AssetEnded.of(row).toEvent());
                    ended.add(row.getObject("id", UUID.class));
                }
            }
        }
        if (!ended.isEmpty()) {
            TouchVersions.with(connection, ended);
        }
        return events;
    }
}
