package nl.etalage.scheduling.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.access.ShopJoined;
import nl.etalage.scheduling.ops.Ids;

/**
 * Gives a shop that just joined a channel on which a person posts by hand, so that it can begin without connecting
 * anything. A shop that has or had a channel is left alone; hearing of it twice makes no second one.
 */
@ApplicationScoped
class FirstChannel implements ShopJoined {

    /** In the words of the database, as {@link Channel} writes them. */
    private static final String INSERT =
            """
            INSERT INTO channel (id, shop, platform, account, audience, state, created_at, version)
            SELECT ?, ?, 'assisted', ?, '[]', 'healthy', ?, 0
             WHERE NOT EXISTS (SELECT 1 FROM channel WHERE shop = ?)""";

    private static final String TURN = "INSERT INTO turn (channel, not_before) VALUES (?, ?)";

    private final AuditTrail audit;
    private final Clock clock;
    private final Ids ids;

    FirstChannel(AuditTrail audit, Clock clock, Ids ids) {
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void joined(Connection connection, String slug, String locale) throws SQLException {
        UUID channel = ids.next();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, channel);
            insert.setString(2, slug);
            insert.setString(3, Remark.of("channel.first").in(Sentences.forHeader(locale)));
            insert.setObject(4, now);
            insert.setString(5, slug);
            if (insert.executeUpdate() == 0) {
                return;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(TURN)) {
            insert.setObject(1, channel);
            insert.setObject(2, now);
            insert.executeUpdate();
        }
        audit.record(connection, "channel.connected", slug, "channel/" + channel);
    }
}
