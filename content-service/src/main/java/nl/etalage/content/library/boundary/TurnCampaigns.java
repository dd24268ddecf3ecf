package nl.etalage.content.library.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.library.TimedChange;
import nl.etalage.eventfeed.NewEvent;

/**
 * Tells who follows the library of stories that are filled from another campaign since midnight, because one began or
 * ended. It is midnight at each shop in its own zone; a story with one campaign is filled from that one on every day.
 */
@ApplicationScoped
class TurnCampaigns {

    private static final String LIBRARY = "library";

    private static final String TOLD = "SELECT told_at FROM campaign_day";

    /** Whoever is first; another instance that saw the same midnight finds it told. */
    private static final String TELL = "UPDATE campaign_day SET told_at = ? WHERE told_at = ?";

    /** From one to the next in the index, for there may be a hundred thousand shops and there are few zones. */
    private static final String ZONES =
            """
            WITH RECURSIVE zone (name) AS (
                SELECT min(time_zone) FROM shop
                UNION ALL
                SELECT (SELECT min(s.time_zone) FROM shop s WHERE s.time_zone > zone.name) FROM zone
                WHERE zone.name IS NOT NULL)
            SELECT name FROM zone WHERE name IS NOT NULL""";

    private static final String TURN =
            """
            INSERT INTO campaign_turn (story)
            SELECT i.story FROM campaign c
            CROSS JOIN LATERAL jsonb_array_elements_text(c.content -> 'stories') s (id)
            JOIN library_item i ON i.story = CAST(s.id AS uuid)
            WHERE cardinality(i.campaigns) > 1
              AND ((c.content ->> 'startsOn') COLLATE "C" > ? AND (c.content ->> 'startsOn') COLLATE "C" <= ?
                OR (c.content ->> 'endsOn') COLLATE "C" >= ? AND (c.content ->> 'endsOn') COLLATE "C" < ?)
            ON CONFLICT DO NOTHING""";

    private static final String TAKE =
            """
            DELETE FROM campaign_turn WHERE story IN (
                SELECT story FROM campaign_turn ORDER BY story LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING story""";

    /** Held, so that nobody hears of a change after the removal. */
    private static final String SHOWN =
            """
            SELECT story, revision, owner_group, groups, reach, only_stocked, translation_set, announced,
                CAST(NULL AS text) AS media_reason
            FROM library_item
            WHERE story = ANY (?) AND (announced OR visible_from <= ?) AND (visible_until IS NULL OR visible_until > ?)
            ORDER BY story FOR SHARE""";

    private final TellFeed tell;
    private final Clock clock;

    TurnCampaigns(TellFeed tell, Clock clock) {
        this.tell = tell;
        this.clock = clock;
    }

    /**
     * Days that began since campaigns were looked at.
     *
     * @param after the day it was then
     * @param until the day it is now
     */
    private record Days(LocalDate after, LocalDate until) {}

    /** One round: every story of a campaign that began or ended. */
    void run() {
        tell.all("Days of campaigns", LIBRARY, connection -> {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            turn(connection, now);
            return due(connection, now);
        });
    }

    private static void turn(Connection connection, OffsetDateTime now) throws SQLException {
        OffsetDateTime told = told(connection);
        Set<Days> began = new HashSet<>();
        for (ZoneId zone : zones(connection)) {
            Days days = new Days(
                    told.atZoneSameInstant(zone).toLocalDate(),
                    now.atZoneSameInstant(zone).toLocalDate());
            if (!days.after().equals(days.until())) {
                began.add(days);
            }
        }
        if (began.isEmpty() || !first(connection, told, now)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(TURN)) {
            for (Days days : began) {
                insert.setString(1, days.after().toString());
                insert.setString(2, days.until().toString());
                insert.setString(3, days.after().toString());
                insert.setString(4, days.until().toString());
                insert.executeUpdate();
            }
        }
    }

    private static OffsetDateTime told(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOLD);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private static List<ZoneId> zones(Connection connection) throws SQLException {
        List<ZoneId> zones = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ZONES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                zones.add(ZoneId.of(row.getString(1)));
            }
        }
        return zones;
    }

    private static boolean first(Connection connection, OffsetDateTime told, OffsetDateTime now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TELL)) {
            update.setObject(1, now);
            update.setObject(2, told);
            return update.executeUpdate() == 1;
        }
    }

    private static List<NewEvent> due(Connection connection, OffsetDateTime now) throws SQLException {
        List<UUID> turned = new ArrayList<>();
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, TellFeed.BATCH);
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    turned.add(row.getObject(1, UUID.class));
                }
            }
        }
        List<NewEvent> events = new ArrayList<>();
        if (!turned.isEmpty()) {
            try (PreparedStatement select = connection.prepareStatement(SHOWN)) {
                Array stories = connection.createArrayOf("uuid", turned.toArray());
                select.setArray(1, stories);
                select.setObject(2, now);
                select.setObject(3, now);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        events.add(TimedChange.of(row).changed());
                    }
                }
            }
        }
        return events;
    }
}
