package nl.etalage.content.library.boundary;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
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
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.eventfeed.NewEvent;

/**
 * Tells services which files may be used no longer: also a shop's own, and one that a correction took out of its story,
 * of which no story tells.
 */
@ApplicationScoped
class EndedAssets {

    private static final String WORK = "work";
    private static final int BATCH = 100;

    /** Several instances may look at once; each takes other rows. */
    private static final String ENDED =
            """
            UPDATE asset SET end_told = true, warn_at = NULL
            WHERE id IN (
                SELECT id FROM asset WHERE ends_at <= ? AND NOT end_told
                ORDER BY ends_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING id, shop, end_reason, ends_at""";

    private final javax.sql.DataSource worker;
    private final EventFeed feed;
    private final FeedReader reader;
    private final Clock clock;

    EndedAssets(@DataSource("worker") AgroalDataSource worker, EventFeed feed, FeedReader reader, Clock clock) {
        this.worker = worker;
        this.feed = feed;
        this.reader = reader;
        this.clock = clock;
    }

    /** One round: every file whose end has come. */
    void run() {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = true;
                while (more) {
                    List<NewEvent> events = ended(connection);
                    feed.append(connection, WORK, events);
                    connection.commit();
                    if (!events.isEmpty()) {
                        reader.wake(WORK);
                    }
                    more = events.size() == BATCH;
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Ended files can't be told: " + failure.getMessage(), failure);
        }
    }

    private List<NewEvent> ended(Connection connection) throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<NewEvent> events = new ArrayList<>();
        List<UUID> ended = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(ENDED)) {
            update.setObject(1, now);
            update.setInt(2, BATCH);
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
