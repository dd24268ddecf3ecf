package nl.etalage.scheduling.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.etalage.scheduling.Opening;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.notice.Notices;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;

/**
 * Tells every shop that uses a story that it will end, by notice and mail, in batches: how far it came stands beside the
 * story, in the transaction of the notices, so that each shop hears each warning once.
 */
@ApplicationScoped
public class TellEndings {

    /** Named one by one; what comes after is a number. */
    private static final int MOST_NAMED = 3;

    private static final ZoneId DUTCH_DAYS = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-yyyy");

    private static final String OVER =
            """
            UPDATE notice SET closed_at = ? WHERE id IN (
                SELECT id FROM notice WHERE closed_at IS NULL AND over_at <= ? ORDER BY over_at LIMIT ?
                   FOR UPDATE SKIP LOCKED)""";

    private final WorkerDatabase database;
    private final Notices notices;
    private final Clock clock;

    /** Also for tests. */
    public TellEndings(WorkerDatabase database, Notices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    /** Tells at most so many shops of one story; false when there is nobody left to tell. */
    public boolean tell(int most) {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            Optional<EndingStory> next = EndingStory.next(connection, now);
            if (next.isEmpty()) {
                return false;
            }
            EndingStory story = next.get();
            List<UsingShop> shops = UsingShop.after(connection, story, most);
            for (UsingShop shop : shops) {
                tell(connection, story, shop, now);
            }
            story.told(
                    connection,
                    shops.size() < most ? null : shops.get(shops.size() - 1).slug());
            return true;
        });
    }

    private void tell(Connection connection, EndingStory story, UsingShop shop, Instant now) throws SQLException {
        notices.over(connection, shop.slug(), story.causes(), now);
        notices.tell(
                connection,
                Notices.Told.ending(shop.slug(), shop.publication(), story.cause(), words(story, shop))
                        .until(story.endsAt()),
                now);
    }

    /** Closes warnings of what has ended by now, at most so many; returns how many. */
    public int close(int most) {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            try (PreparedStatement update = connection.prepareStatement(OVER)) {
                Sql.set(update, 1, now);
                Sql.set(update, 2, now);
                update.setInt(3, most);
                return update.executeUpdate();
            }
        });
    }

    private static Remark words(EndingStory story, UsingShop shop) {
        String key = "ending." + ("licence-ends".equals(story.reason()) ? "licence-ends" : "consent-ends");
        List<Object> arguments = new ArrayList<>();
        arguments.add(Opening.of(shop.text()));
        arguments.add(
                LocalDate.ofInstant(story.endsAt().minusNanos(1), DUTCH_DAYS).format(DAY));
        int late = shop.late().size();
        if (late == 0) {
            return Remark.of(key, arguments.toArray());
        }
        arguments.add(String.join(", ", shop.late().subList(0, Math.min(late, MOST_NAMED))));
        if (late <= MOST_NAMED) {
            return Remark.of(key + ".planned", arguments.toArray());
        }
        arguments.add(late - MOST_NAMED);
        return Remark.of(key + ".planned-more", arguments.toArray());
    }
}
