package nl.etalage.scheduling.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** The shops, as shops-service told by feed. */
@ApplicationScoped
public class Shops {

    private final DataSource dataSource;

    Shops(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<Shop> find(String slug) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT slug, state, sandbox, time_zone, locale FROM shop WHERE slug = ?")) {
            select.setString(1, slug);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(shop(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("A shop could not be read", failure);
        }
    }

    private static Shop shop(ResultSet row) throws SQLException {
        return new Shop(
                row.getString("slug"),
                "active".equals(row.getString("state")),
                row.getBoolean("sandbox"),
                ZoneId.of(row.getString("time_zone")),
                Locale.forLanguageTag(row.getString("locale")));
    }
}
