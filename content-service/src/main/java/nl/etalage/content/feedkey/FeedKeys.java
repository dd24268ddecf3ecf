package nl.etalage.content.feedkey;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.access.Actor;
import nl.etalage.paging.PageRequest;

/** Keys in the database. A transaction sees those of the shops it entered. */
@ApplicationScoped
class FeedKeys {

    /** A write for each of a million pulls a day would tell nobody more than one a minute. */
    private static final Duration USE_WRITTEN_ONCE_IN = Duration.ofMinutes(1);

    private static final String INSERT =
            """
            INSERT INTO feed_key (id, shop, name, hash, created_by, created_at, version)
            SELECT ?, ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM feed_key WHERE shop = ?) < ?""";

    private static final String LIST =
            """
            SELECT id, shop, name, created_at, last_used_at, version FROM feed_key
            WHERE shop = ? AND id < ? ORDER BY id DESC LIMIT ?""";

    private static final String BY_ID =
            "SELECT id, shop, name, created_at, last_used_at, version FROM feed_key WHERE id = ?";

    private static final String BY_SECRET =
            "SELECT id, shop, name, created_at, last_used_at, version FROM feed_key WHERE hash = ?";

    private static final String FOR_UPDATE =
            """
            SELECT id, shop, name, created_at, last_used_at, version FROM feed_key WHERE id = ? FOR UPDATE""";

    private static final String RENAME = "UPDATE feed_key SET name = ?, version = ? WHERE id = ?";

    private static final String DELETE = "DELETE FROM feed_key WHERE id = ?";

    /** Whoever finds the row taken leaves it: the other writes the same. */
    private static final String USED =
            """
            UPDATE feed_key SET last_used_at = ? WHERE id IN (
                SELECT id FROM feed_key WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)
                FOR UPDATE SKIP LOCKED)""";

    private final DataSource dataSource;

    FeedKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Adds a key; false when the shop has that many already. */
    boolean add(FeedKey key, FeedSecret secret, Actor maker, int most) {
        return with(INSERT, insert -> {
            insert.setObject(1, key.id());
            insert.setString(2, key.shop());
            insert.setString(3, key.name());
            insert.setBytes(4, secret.hash());
            insert.setObject(5, maker.id());
            insert.setObject(6, moment(key.createdAt()));
            insert.setLong(7, key.version());
            insert.setString(8, key.shop());
            insert.setInt(9, most);
            return insert.executeUpdate() == 1;
        });
    }

    /** Newest first, one more than the page holds. */
    List<FeedKey> list(String shop, PageRequest page) {
        return with(LIST, select -> {
            select.setString(1, shop);
            select.setObject(
                    2,
                    page.first()
                            ? new UUID(-1, -1)
                            : UUID.fromString(page.after().get(0)));
            select.setInt(3, page.limit() + 1);
            return read(select);
        });
    }

    Optional<FeedKey> find(UUID id) {
        return with(BY_ID, select -> {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        });
    }

    Optional<FeedKey> find(FeedSecret secret) {
        return with(BY_SECRET, select -> {
            select.setBytes(1, secret.hash());
            return read(select).stream().findFirst();
        });
    }

    /** As {@link #find(UUID)}; others who want to change it wait until this transaction ends. */
    Optional<FeedKey> findForUpdate(UUID id) {
        return with(FOR_UPDATE, select -> {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        });
    }

    void rename(FeedKey renamed) {
        with(RENAME, update -> {
            update.setString(1, renamed.name());
            update.setLong(2, renamed.version());
            update.setObject(3, renamed.id());
            return update.executeUpdate();
        });
    }

    void remove(UUID id) {
        with(DELETE, delete -> {
            delete.setObject(1, id);
            return delete.executeUpdate();
        });
    }

    void used(UUID id, Instant now) {
        with(USED, update -> {
            update.setObject(1, moment(now));
            update.setObject(2, id);
            update.setObject(3, moment(now.minus(USE_WRITTEN_ONCE_IN)));
            return update.executeUpdate();
        });
    }

    private static List<FeedKey> read(PreparedStatement select) throws SQLException {
        List<FeedKey> keys = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                keys.add(FeedKey.of(row));
            }
        }
        return keys;
    }

    private <T> T with(String sql, Use<T> use) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("Feed keys can't be read or written", failure);
        }
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
