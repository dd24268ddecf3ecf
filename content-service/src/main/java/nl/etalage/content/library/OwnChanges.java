package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What changed in a shop's library because of the shop itself. A transaction sees those of the shops it entered. */
@ApplicationScoped
class OwnChanges {

    private static final String VERSION = "SELECT coalesce((SELECT version FROM shop_library WHERE shop = ?), 0)";

    /** Of stories the shop can see; what happens to the others comes by the feed. */
    private static final String SINCE =
            """
            SELECT d.story, i.revision, d.library_version, d.changed_at FROM adaptation d
            JOIN library_listed_to(?, ?) i ON i.story = d.story
            WHERE d.shop = ? AND d.library_version > ? ORDER BY d.library_version LIMIT ?""";

    private final DataSource dataSource;

    OwnChanges(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A version of a story that the shop made or changed. */
    record OwnChange(UUID story, int revision, long version, Instant at) {}

    /** How many there were. */
    long count(String shop) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(VERSION)) {
            select.setString(1, shop);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("A shop's own versions can't be read", failure);
        }
    }

    /** Those after a number, each story once. */
    List<OwnChange> since(LibraryPull pull, long version, int limit) {
        LibraryStatement statement = new LibraryStatement()
                .then(SINCE, pull.shop().slug(), pull.now(), pull.shop().slug(), version, limit);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            List<OwnChange> changes = new ArrayList<>();
            while (row.next()) {
                changes.add(new OwnChange(
                        row.getObject("story", UUID.class),
                        row.getInt("revision"),
                        row.getLong("library_version"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()));
            }
            return changes;
        } catch (SQLException failure) {
            throw new IllegalStateException("A shop's own versions can't be read", failure);
        }
    }
}
