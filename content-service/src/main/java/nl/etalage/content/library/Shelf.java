package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.asset.AssetDescribed;
import nl.etalage.content.campaign.CampaignChanged;
import nl.etalage.content.story.StoryPublished;
import nl.etalage.content.story.StoryWithdrawn;
import nl.etalage.eventfeed.EventFeed;

/**
 * Keeps the library: one row per released story, written in the transaction that releases, corrects or withdraws it,
 * and an event for who follows. Nothing here is per shop.
 */
@ApplicationScoped
class Shelf {

    /** The feed for services. */
    private static final String WORK = "work";

    private static final String FIND =
            """
            SELECT reach, visible_from, appeared_at, announced FROM library_item WHERE story = ? FOR UPDATE""";
    private static final String PUT =
            """
            INSERT INTO library_item (story, revision, type, owner_group, groups, reach, only_stocked, locale, translation_set, campaigns, assets,
                visible_from, visible_until, appeared_at, updated_at, announced, facets, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
                ARRAY(SELECT id FROM campaign WHERE content -> 'stories' @> to_jsonb(CAST(? AS text)) ORDER BY id DESC),
                ?, ?, ?, ?, ?, ?, ?,
                setweight(to_tsvector(CAST(? AS regconfig), ?), 'A')
                    || setweight(to_tsvector(CAST(? AS regconfig), ?), 'B')
                    || setweight(to_tsvector(CAST(? AS regconfig), ?), 'C'))
            ON CONFLICT (story) DO UPDATE SET revision = excluded.revision, type = excluded.type,
                owner_group = excluded.owner_group, groups = excluded.groups, reach = excluded.reach,
                only_stocked = excluded.only_stocked, locale = excluded.locale,
                translation_set = excluded.translation_set, assets = excluded.assets, visible_from = excluded.visible_from,
                visible_until = excluded.visible_until, appeared_at = excluded.appeared_at,
                updated_at = excluded.updated_at, announced = excluded.announced, facets = excluded.facets,
                words = excluded.words""";
    /** What is seen already is told of, also in the moment before it is announced. */
    private static final String REMOVE =
            """
            DELETE FROM library_item WHERE story = ?
            RETURNING revision, owner_group, groups, reach, only_stocked, translation_set,
                announced OR visible_from <= ? AS told, tsvector_to_array(words) AS lexemes""";

    private static final String ANNOUNCED_WITH_ASSET =
            """
            SELECT story, revision, owner_group, groups, reach, only_stocked, translation_set,
                announced OR visible_from <= ? AS told FROM library_item
            WHERE assets @> ARRAY[CAST(? AS uuid)]""";
    /** One that is being released isn't on the shelf yet, and doesn't know of this campaign. */
    private static final String HOLD = "SELECT FROM story WHERE id = ANY (?) ORDER BY id FOR SHARE";

    private static final String ANNOUNCED =
            """
            UPDATE library_item SET campaigns = ARRAY(
                SELECT id FROM campaign WHERE content -> 'stories' @> to_jsonb(CAST(story AS text)) ORDER BY id DESC)
            WHERE story IN (SELECT story FROM library_item WHERE story = ANY (?) ORDER BY story FOR UPDATE)
            RETURNING story, revision, owner_group, groups, reach, only_stocked, translation_set,
                announced OR visible_from <= ? AS told""";

    private final DataSource dataSource;
    private final EventFeed feed;
    private final ShelvedTranslations translations;
    private final Clock clock;

    Shelf(DataSource dataSource, EventFeed feed, ShelvedTranslations translations, Clock clock) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.translations = translations;
        this.clock = clock;
    }

    void put(@Observes StoryPublished story) {
        try (Connection connection = dataSource.getConnection()) {
            MediaEnd.hold(connection, story.content().assets());
            Optional<ShelvedStory.Before> before = find(connection, story.story());
            Optional<UUID> siblings = translations.setOf(connection, story);
            ShelvedStory shelved = ShelvedStory.of(story, siblings.isPresent(), before, clock.instant());
            write(connection, shelved, siblings.orElse(null));
            MediaEnd.ofStory(connection, story.story()).forEach(event -> feed.append(WORK, event));
            shelved.change().ifPresent(change -> feed.append(LibraryEvent.FEED, change.toEvent()));
            siblings.ifPresent(set -> translations.tellSiblings(connection, set, story.story()));
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be written", failure);
        }
    }

    void remove(@Observes StoryWithdrawn story) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            remove.setObject(1, story.story());
            remove.setObject(2, now());
            try (ResultSet row = remove.executeQuery()) {
                if (row.next()) {
                    Vocabulary.forget(connection, row.getArray("lexemes"));
                    tellRemoved(row, story);
                    UUID set = row.getObject("translation_set", UUID.class);
                    if (set != null) {
                        translations.tellSiblings(connection, set, story.story());
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be written", failure);
        }
    }

    private void tellRemoved(ResultSet row, StoryWithdrawn story) throws SQLException {
        if (row.getBoolean("told")) {
            feed.append(
                    LibraryEvent.FEED,
                    new LibraryEvent(
                                    story.story(),
                                    row.getInt("revision"),
                                    LibraryEvent.REMOVED,
                                    story.reason().word(),
                                    LibraryAudience.of(row))
                            .toEvent());
        }
    }

    /** A picture's alt text or credit shows in every story that has it, and its end is theirs. */
    void describe(@Observes AssetDescribed asset) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ANNOUNCED_WITH_ASSET)) {
            MediaEnd.ofAsset(connection, asset.asset()).forEach(event -> feed.append(WORK, event));
            select.setObject(1, now());
            select.setObject(2, asset.asset());
            tellChanged(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
    }

    /** A campaign's name and days show in its stories, and so does which campaign they are in. */
    void regroup(@Observes CampaignChanged campaign) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement hold = connection.prepareStatement(HOLD);
                PreparedStatement update = connection.prepareStatement(ANNOUNCED)) {
            Array stories = uuids(connection, campaign.stories());
            hold.setArray(1, stories);
            hold.execute();
            update.setArray(1, stories);
            update.setObject(2, now());
            tellChanged(update);
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be written", failure);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void tellChanged(PreparedStatement statement) throws SQLException {
        List<LibraryEvent> changes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (row.getBoolean("told")) {
                    changes.add(new LibraryEvent(
                            row.getObject("story", UUID.class),
                            row.getInt("revision"),
                            LibraryEvent.CHANGED,
                            null,
                            LibraryAudience.of(row)));
                }
            }
        }
        changes.forEach(change -> feed.append(LibraryEvent.FEED, change.toEvent()));
    }

    private static Optional<ShelvedStory.Before> find(Connection connection, UUID story) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, story);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(ShelvedStory.Before.of(row)) : Optional.empty();
            }
        }
    }

    private static void write(Connection connection, ShelvedStory shelved, UUID siblings) throws SQLException {
        StoryPublished story = shelved.story();
        LibraryAudience audience = shelved.audience();
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, story.story());
            put.setInt(2, story.revision());
            put.setString(3, story.content().type().word());
            put.setString(4, audience.ownerGroup());
            put.setArray(5, texts(connection, audience.groups()));
            put.setArray(6, texts(connection, audience.reach()));
            put.setBoolean(7, audience.onlyStocked());
            put.setString(8, story.content().locale());
            put.setObject(9, siblings);
            put.setString(10, story.story().toString());
            put.setArray(11, uuids(connection, story.content().assets()));
            put.setObject(12, shelved.visibleFrom().atOffset(ZoneOffset.UTC));
            Instant until = story.content().availableUntil();
            put.setObject(13, until == null ? null : until.atOffset(ZoneOffset.UTC));
            put.setObject(14, shelved.appearedAt().atOffset(ZoneOffset.UTC));
            put.setObject(15, story.at().atOffset(ZoneOffset.UTC));
            put.setBoolean(16, shelved.announced());
            put.setArray(17, texts(connection, StoryFacet.of(story.content())));
            SearchWords words = SearchWords.of(story.content());
            words.bind(put, 18);
            put.executeUpdate();
            Vocabulary.learn(connection, words);
        }
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
