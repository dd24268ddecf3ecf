package nl.etalage.audittrail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Writes down who did what, in the transaction in which they do it. */
@ApplicationScoped
public class AuditTrail {

    private final AuditTable table;
    private final AuditSetting setting;
    private final Origin origin;
    private final Clock clock;

    AuditTrail(AuditTable table, AuditSetting setting, Origin origin, Clock clock) {
        this.table = table;
        this.setting = setting;
        this.origin = origin;
        this.clock = clock;
    }

    /** As {@link #record(String, String, String, List)}, where no fields are named. */
    public void record(String action, String shop, String subject) {
        record(action, shop, subject, List.of());
    }

    /**
     * Writes down one thing done by the caller of this request, or by nobody in particular outside one.
     *
     * @param action what was done, such as {@code shop.changed}
     * @param shop slug of the shop it concerns, or null for the network
     * @param subject what it was done to, such as {@code member/0198…}
     * @param changed names of the fields that changed; never their content
     * @throws IllegalStateException when it can't be written; then nothing else of the transaction is either
     */
    public void record(String action, String shop, String subject, List<String> changed) {
        table.append(line(action, shop, subject, changed));
    }

    /** Fills in the parameters of a statement. */
    public interface Bound {

        /** Sets them, from the first on; returns how many there are. */
        int to(PreparedStatement statement) throws SQLException;
    }

    /**
     * Carries out a statement and writes down that the caller did, both in one: either both are done or neither, also
     * outside a transaction.
     *
     * @param write an INSERT, UPDATE or DELETE that returns nothing
     * @return false when it found nothing to write; then nothing is written down either
     * @throws IllegalStateException when it can't be written
     */
    public boolean recordWith(String write, Bound bound, String action, String shop, String subject) {
        return table.appendWith(write, bound, line(action, shop, subject, List.of()));
    }

    private AuditLine line(String action, String shop, String subject, List<String> changed) {
        Actor actor = origin.present() ? setting.actor() : Actor.NOBODY;
        return new AuditLine(
                setting.nextId(),
                clock.instant(),
                shop,
                actor.memberAt(shop),
                actor.client(),
                action,
                subject,
                changed,
                AuditLine.Outcome.DONE,
                null,
                0,
                origin.address(),
                origin.trace());
    }

    /**
     * Writes down something that a worker did by itself, in the transaction of its own connection.
     *
     * @throws SQLException when it can't be written
     */
    public void record(Connection connection, String action, String shop, String subject) throws SQLException {
        table.append(
                connection,
                new AuditLine(
                        setting.nextId(),
                        clock.instant(),
                        shop,
                        null,
                        null,
                        action,
                        subject,
                        List.of(),
                        AuditLine.Outcome.DONE,
                        null,
                        0,
                        null,
                        null));
    }
}
