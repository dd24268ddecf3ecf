package nl.etalage.shops.link;

import static nl.etalage.shops.ShopsProblem.LINK_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Mailed links: made by the worker as it writes a mail, opened by whoever holds one. */
@ApplicationScoped
public class Links {

    private static final String OPEN = "SELECT set_config('app.link', ?, true)";

    private final DataSource dataSource;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Links(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What a link opens; its row can be read for the rest of the transaction. Unknown, expired, used up, revoked and
     * malformed links take the same end.
     *
     * @param secret as it came in
     * @throws nl.etalage.problem.ProblemException 404 when it opens nothing
     */
    public UUID open(LinkPurpose purpose, String secret) {
        byte[] hash = LinkSecret.in(secret).orElseThrow(LINK_NOT_FOUND::because).hash();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(purpose.find())) {
            select.setBytes(1, hash);
            select.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw LINK_NOT_FOUND.because();
                }
                UUID target = row.getObject(1, UUID.class);
                show(connection, target);
                return target;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("A link can't be looked up", failure);
        }
    }

    private static void show(Connection connection, UUID target) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, target.toString());
            statement.execute();
        }
    }

    /** A new link, on the worker's connection; its secret exists in the mail only. */
    public LinkSecret make(Connection connection, LinkPurpose purpose, UUID target, Instant expires)
            throws SQLException {
        LinkSecret secret = LinkSecret.random(random);
        try (PreparedStatement insert = connection.prepareStatement(purpose.insert())) {
            insert.setBytes(1, secret.hash());
            insert.setObject(2, target);
            insert.setObject(3, expires.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return secret;
    }

    /** Lets every link to this stop working, in the caller's transaction. */
    public void revoke(LinkPurpose purpose, UUID target) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(purpose.revoke())) {
            delete.setObject(1, target);
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Links can't be revoked", failure);
        }
    }
}
