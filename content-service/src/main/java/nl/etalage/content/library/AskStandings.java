package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.access.Shop;

/** Finds out how stories stand with a shop. A transaction knows what the shops sell that it entered. */
@ApplicationScoped
class AskStandings {

    private static final String STANDINGS =
            """
            SELECT s.story,
                EXISTS (SELECT FROM library_product p JOIN assortment_key k ON k.key = p.key
                    WHERE p.story = s.story AND k.shop = ?) AS sells,
                EXISTS (SELECT FROM stocked_story p JOIN assortment_key k ON k.key = p.key
                    WHERE p.story = s.story AND k.shop = ?) AS sold,
                EXISTS (SELECT FROM library_listed_to(?, ?) i WHERE i.story = s.story)
                    OR NOT EXISTS (SELECT FROM library_visible_to(?, ?) i WHERE i.story = s.story) AS listed
            FROM unnest(CAST(CAST(? AS text[]) AS uuid[])) s (story)""";

    private final DataSource dataSource;

    AskStandings(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Of each of the stories, in the library or not. */
    Map<UUID, Standing> of(Shop shop, Collection<UUID> stories, Instant now) {
        String[] ids = stories.stream().map(UUID::toString).toArray(String[]::new);
        LibraryStatement statement = new LibraryStatement()
                .then(STANDINGS, shop.slug(), shop.slug(), shop.slug(), now, shop.slug(), now, ids);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            Map<UUID, Standing> standings = new HashMap<>();
            while (row.next()) {
                standings.put(
                        row.getObject("story", UUID.class),
                        new Standing(
                                shop.groups(),
                                row.getBoolean("sells"),
                                row.getBoolean("sold"),
                                row.getBoolean("listed")));
            }
            return standings;
        } catch (SQLException failure) {
            throw new IllegalStateException("What a shop sells can't be read", failure);
        }
    }
}
