package nl.etalage.shops.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import nl.etalage.shops.ops.Ids;

/** Writes down who did what, in the transaction in which they do it. Nothing here can be changed or removed again. */
@ApplicationScoped
public class AuditTrail {

    private static final String INSERT =
            """
            INSERT INTO audit (id, at, shop, member, integration, action, subject, changed, trace)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final Clock clock;
    private final Ids ids;
    private final Actor actor;

    AuditTrail(DataSource dataSource, Clock clock, Ids ids, Actor actor) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.ids = ids;
        this.actor = actor;
    }

    /**
     * Writes down one thing done by the caller of this request, or by nobody in particular outside one.
     *
     * @param action what was done, such as {@code shop.changed}
     * @param shop slug of the shop it concerns, or null for the network
     * @param subject what it was done to, such as {@code member/0198…}
     * @param changed names of the fields that changed; never their content
     */
    public void record(String action, String shop, String subject, List<String> changed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ids.next());
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, shop);
            insert.setObject(4, actor.member(shop));
            insert.setObject(5, actor.integration());
            insert.setString(6, action);
            insert.setString(7, subject);
            insert.setArray(8, connection.createArrayOf("text", changed.toArray()));
            insert.setString(9, actor.trace());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail can't be written", failure);
        }
    }
}
