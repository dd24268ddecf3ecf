package nl.etalage.scheduling.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;

/**
 * Tells every shop that uses something that it will end, by notice and mail, in batches: how far it came stands beside
 * the ending, in the transaction of the notices, so that each shop hears each warning once. Who begins to use it after
 * that hears it then ({@link LateUsers}).
 */
@ApplicationScoped
public class TellEndings {

    private static final String OVER =
            """
            UPDATE notice SET closed_at = ? WHERE id IN (
                SELECT id FROM notice WHERE closed_at IS NULL AND over_at <= ? ORDER BY over_at LIMIT ?
                   FOR UPDATE SKIP LOCKED)""";

    private final WorkerDatabase database;
    private final TellShop shops;
    private final Clock clock;

    /** Also for tests. */
    public TellEndings(WorkerDatabase database, TellShop shops, Clock clock) {
        this.database = database;
        this.shops = shops;
        this.clock = clock;
    }

    /** Tells at most so many shops of one end; false when there is nobody left to tell. */
    public boolean tell(int most) {
        return database.transaction((connection, tell) -> {
            Optional<Ending> next = Ending.next(connection, clock.instant());
            if (next.isEmpty()) {
                return false;
            }
            Ending ending = next.get();
            List<UsingShop> using = UsingShop.after(connection, ending, most);
            for (UsingShop shop : using) {
                shops.tell(connection, ending, shop);
            }
            ending.told(
                    connection,
                    using.size() < most ? null : using.get(using.size() - 1).slug());
            return true;
        });
    }

    /** Tells who planned lately what others were told of before; reads at most so many changes, false when there are none. */
    public boolean tellLate(int most) {
        return database.transaction((connection, tell) -> {
            LateUsers late = LateUsers.since(connection, most);
            for (LateUsers.Use use : late.uses(connection, clock.instant())) {
                shops.tell(connection, use.kind(), use.subject(), use.shop());
            }
            late.read(connection, clock.instant());
            return late.any();
        });
    }

    /** Closes at most so many notices of an end that was moved; false when there are none. */
    public boolean takeBack(int most) {
        return database.transaction((connection, tell) -> MovedEnd.closeNext(connection, most, clock.instant()));
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
}
