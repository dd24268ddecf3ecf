package nl.etalage.content.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Which shops joined which campaign. A transaction sees those of the shops it entered. */
@ApplicationScoped
class Participations {

    private final DataSource dataSource;

    Participations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Joins; false when the shop had joined already. */
    boolean join(UUID campaign, String shop, Actor actor, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        INSERT INTO participation (campaign, shop, joined_by, joined_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")) {
            insert.setObject(1, campaign);
            insert.setString(2, shop);
            insert.setObject(3, actor.id());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("A participation can't be written", failure);
        }
    }

    /** Leaves; false when the shop had not joined. */
    boolean leave(UUID campaign, String shop) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM participation WHERE campaign = ? AND shop = ?")) {
            delete.setObject(1, campaign);
            delete.setString(2, shop);
            return delete.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("A participation can't be ended", failure);
        }
    }

    Optional<Participation> find(UUID campaign, String shop) {
        return list(campaign, shop, new PageRequest(1, List.of(), "")).stream().findFirst();
    }

    /** Of one shop, by campaign. */
    List<Participation> ofShop(String shop, UUID after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        SELECT campaign, shop, joined_at FROM participation
                        WHERE shop = ? AND campaign > ? ORDER BY campaign LIMIT ?""")) {
            select.setString(1, shop);
            select.setObject(2, after);
            select.setInt(3, limit);
            return read(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("Participations can't be read", failure);
        }
    }

    /** In order of slug; of all shops that may be seen, or of one. */
    List<Participation> list(UUID campaign, String shop, PageRequest page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        SELECT campaign, shop, joined_at FROM participation
                        WHERE campaign = ? AND (CAST(? AS text) IS NULL OR shop = ?) AND shop > ?
                        ORDER BY shop LIMIT ?""")) {
            select.setObject(1, campaign);
            select.setString(2, shop);
            select.setString(3, shop);
            select.setString(4, page.first() ? "" : page.after().get(0));
            select.setInt(5, page.limit() + 1);
            return read(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("Participations can't be read", failure);
        }
    }

    private static List<Participation> read(PreparedStatement select) throws SQLException {
        List<Participation> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Participation(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()));
            }
        }
        return found;
    }
}
