package nl.etalage.content.library.boundary;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.etalage.content.library.TimedChange;
import nl.etalage.content.library.Vocabulary;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.eventfeed.NewEvent;

/**
 * Tells followers what time alone changes: an embargo that ends, a story that is over, a consent or licence of one of
 * its files that ends, or soon will. Reads filter on time by
 * themselves; this writes the events, and the state of the story.
 */
@ApplicationScoped
class PassBoundaries {

    private static final int BATCH = 100;

    /** Several instances may look at once; each takes other rows. */
    private static final String APPEAR =
            """
            UPDATE library_item SET announced = true
            WHERE story IN (
                SELECT story FROM library_item
                WHERE NOT announced AND visible_from <= ? AND (visible_until IS NULL OR visible_until > ?)
                ORDER BY visible_from LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING story, revision, owner_group, groups, reach, only_stocked, translation_set, announced,
                CAST(NULL AS text) AS media_reason""";

    /** Stories first, as whoever withdraws or corrects one takes them in that order too. */
    private static final String OVER =
            """
            SELECT s.id FROM story s JOIN library_item i ON i.story = s.id
            WHERE i.visible_until <= ? ORDER BY i.visible_until LIMIT ? FOR UPDATE OF s SKIP LOCKED""";

    /** What was corrected between finding and locking may not be over any more. */
    private static final String REMOVE =
            """
            DELETE FROM library_item WHERE story = ANY (?) AND visible_until <= ?
            RETURNING story, revision, owner_group, groups, reach, only_stocked, translation_set, announced,
                CASE WHEN media_until <= ? THEN media_reason END AS media_reason""";

    /** Of a story that came or went, those that it is a translation with. */
    private static final String SIBLINGS =
            """
            SELECT story, revision, owner_group, groups, reach, only_stocked, translation_set, announced,
                CAST(NULL AS text) AS media_reason
            FROM library_item WHERE translation_set = ANY (?) AND announced AND NOT story = ANY (?) ORDER BY story""";

    private static final String WORDS =
            """
            SELECT coalesce(array_agg(DISTINCT lexeme), '{}') FROM library_item i
            CROSS JOIN LATERAL unnest(tsvector_to_array(i.words)) lexeme WHERE i.story = ANY (?)""";

    private static final String EXPIRE =
            """
            UPDATE story SET state = CASE WHEN w.reason IS NULL THEN 'EXPIRED' ELSE 'WITHDRAWN' END,
                withdraw_reason = w.reason, changed_at = ?, version = version + 1
            FROM unnest(CAST(? AS uuid[]), CAST(? AS text[])) w (story, reason)
            WHERE id = w.story AND state = 'RELEASED'""";

    private final javax.sql.DataSource worker;
    private final EventFeed feed;
    private final FeedReader reader;
    private final Clock clock;

    PassBoundaries(@DataSource("worker") AgroalDataSource worker, EventFeed feed, FeedReader reader, Clock clock) {
        this.worker = worker;
        this.feed = feed;
        this.reader = reader;
        this.clock = clock;
    }

    /** One round: everything whose moment has passed. */
    void run() {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = true;
                while (more) {
                    more = round(connection);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Time boundaries can't be passed: " + failure.getMessage(), failure);
        }
    }

    private boolean round(Connection connection) throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<TimedChange> over = over(connection, now);
        List<TimedChange> appeared = appear(connection, now);
        List<EndingStory> ending = EndingStory.warn(connection, now, BATCH);
        if (over.isEmpty() && appeared.isEmpty() && ending.isEmpty()) {
            return false;
        }
        List<NewEvent> library = new ArrayList<>();
        List<NewEvent> work = new ArrayList<>();
        appeared.forEach(change -> library.add(change.appeared()));
        over.forEach(change -> {
            change.removed().ifPresent(library::add);
            work.add(taken(change));
        });
        ending.forEach(story -> {
            story.change().ending().ifPresent(library::add);
            work.add(story.toEvent());
        });
        siblings(connection, Stream.concat(over.stream(), appeared.stream()).toList())
                .forEach(change -> library.add(change.changed()));
        feed.append(connection, "library", library);
        feed.append(connection, "work", work);
        connection.commit();
        reader.wake("library");
        reader.wake("work");
        return Stream.of(over, appeared, ending).anyMatch(changes -> changes.size() == BATCH);
    }

    private static NewEvent taken(TimedChange change) {
        boolean over = change.reason() == null;
        return new NewEvent(
                over ? "nl.etalage.content.story.expired.v1" : "nl.etalage.content.story.withdrawn.v1",
                "story/" + change.story(),
                Map.of(
                        "story",
                        change.story(),
                        "revision",
                        change.revision(),
                        "reason",
                        over ? "expired" : change.reason()));
    }

    private static List<TimedChange> appear(Connection connection, OffsetDateTime now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(APPEAR)) {
            update.setObject(1, now);
            update.setObject(2, now);
            update.setInt(3, BATCH);
            return changes(update);
        }
    }

    private static List<TimedChange> over(Connection connection, OffsetDateTime now) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OVER)) {
            select.setObject(1, now);
            select.setInt(2, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement remove = connection.prepareStatement(REMOVE);
                PreparedStatement expire = connection.prepareStatement(EXPIRE)) {
            Array stories = connection.createArrayOf("uuid", ids.toArray());
            Array words = words(connection, stories);
            remove.setArray(1, stories);
            remove.setObject(2, now);
            remove.setObject(3, now);
            List<TimedChange> removed = changes(remove);
            Vocabulary.forget(connection, words);
            expire.setObject(1, now);
            expire.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", removed.stream().map(TimedChange::story).toArray()));
            expire.setArray(
                    3,
                    connection.createArrayOf(
                            "text", removed.stream().map(TimedChange::reason).toArray()));
            expire.executeUpdate();
            return removed;
        }
    }

    private static List<TimedChange> siblings(Connection connection, List<TimedChange> passed) throws SQLException {
        Object[] sets = passed.stream()
                .map(TimedChange::siblings)
                .filter(Objects::nonNull)
                .distinct()
                .toArray();
        if (sets.length == 0) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(SIBLINGS)) {
            select.setArray(1, connection.createArrayOf("uuid", sets));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", passed.stream().map(TimedChange::story).toArray()));
            return changes(select);
        }
    }

    private static Array words(Connection connection, Array stories) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WORDS)) {
            select.setArray(1, stories);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getArray(1);
            }
        }
    }

    private static List<TimedChange> changes(PreparedStatement statement) throws SQLException {
        List<TimedChange> changes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                changes.add(TimedChange.of(row));
            }
        }
        return changes;
    }
}
