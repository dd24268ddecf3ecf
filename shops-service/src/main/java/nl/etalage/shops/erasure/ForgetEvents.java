package nl.etalage.shops.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.etalage.shops.feed.ShopsFeed;

/**
 * Events that say how the person signs in. Each is superseded by the one that says that the membership ended, so
 * housekeeping would remove it in time; here it goes at once. Who follows and hadn't read it misses nothing.
 */
@ApplicationScoped
class ForgetEvents implements Forgets {

    private static final String DELETE =
            """
            DELETE FROM event WHERE feed = ? AND type = 'nl.etalage.shops.member.changed.v1'
               AND data ->> 'issuer' = ? AND data ->> 'subject' = ?""";

    private final DataSource dataSource;

    ForgetEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String what() {
        return "events";
    }

    @Override
    public int forget(Person person) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setString(1, ShopsFeed.NAME);
            delete.setString(2, person.issuer());
            delete.setString(3, person.subject());
            return delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Events can't be removed", failure);
        }
    }
}
