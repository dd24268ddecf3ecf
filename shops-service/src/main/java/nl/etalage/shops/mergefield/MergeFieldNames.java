package nl.etalage.shops.mergefield;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The names that may stand in a story: fixed ones, and those of profiles and fields that any shop filled in. */
@ApplicationScoped
class MergeFieldNames {

    static final String PROFILE = "shop.profiles.";
    static final String FIELD = "shop.fields.";

    static final List<String> FIXED =
            List.of("shop.name", "shop.openingHours", "shop.town", "shop.webshop", "shop.website");

    /** Platforms that a story may name before any shop filled in its account. */
    private static final List<String> PLATFORMS =
            List.of("bluesky", "facebook", "google-business", "instagram", "linkedin", "mastodon", "threads");

    // One look in the index per distinct key, where SELECT DISTINCT would read every row of every shop.
    private static final String PLATFORMS_IN_USE =
            """
            WITH RECURSIVE found AS (
                (SELECT platform FROM shop_profile ORDER BY platform LIMIT 1)
                UNION ALL
                SELECT (SELECT p.platform FROM shop_profile p WHERE p.platform > found.platform
                        ORDER BY p.platform LIMIT 1)
                FROM found WHERE found.platform IS NOT NULL)
            SELECT platform FROM found WHERE platform IS NOT NULL""";
    private static final String KEYS_IN_USE =
            """
            WITH RECURSIVE found AS (
                (SELECT key FROM shop_field ORDER BY key LIMIT 1)
                UNION ALL
                SELECT (SELECT f.key FROM shop_field f WHERE f.key > found.key ORDER BY f.key LIMIT 1)
                FROM found WHERE found.key IS NOT NULL)
            SELECT key FROM found WHERE key IS NOT NULL""";

    private final DataSource dataSource;

    MergeFieldNames(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All of them, sorted. */
    SortedSet<String> all() {
        SortedSet<String> names = new TreeSet<>(FIXED);
        PLATFORMS.forEach(platform -> names.add(PROFILE + platform));
        try (Connection connection = dataSource.getConnection()) {
            add(connection, PLATFORMS_IN_USE, PROFILE, names);
            add(connection, KEYS_IN_USE, FIELD, names);
        } catch (SQLException failure) {
            throw new IllegalStateException("The merge fields in use can't be read", failure);
        }
        return names;
    }

    private static void add(Connection connection, String query, String prefix, SortedSet<String> names)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.add(prefix + row.getString(1));
            }
        }
    }
}
