package nl.etalage.content.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.etalage.content.ops.StoredJson;
import nl.etalage.problem.HttpProblem;

/** Reads the replica of the shops. */
@ApplicationScoped
public class Shops {

    private static final TypeReference<Map<String, Map<String, String>>> FIELDS = new TypeReference<>() {};

    private static final String DUTCH = "nl";

    private final DataSource dataSource;

    Shops(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The shop, or 404. */
    public Shop require(String slug) {
        return find(slug).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    public Optional<Shop> find(String slug) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT slug, time_zone, locale, groups, stock_version, merge_fields, version || '.'"
                                + " || coalesce(fetched_version, -1) || '.' || stock_version AS stamp"
                                + " FROM shop WHERE slug = ?")) {
            select.setString(1, slug);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(shop(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The shop can't be read", failure);
        }
    }

    /**
     * In which language a shop reads, or the network's own accounts are; Dutch where that isn't known.
     *
     * @param slug null for the network
     */
    public String localeOf(String slug) {
        String sql = slug == null
                ? "SELECT locale FROM shop WHERE kind = 'central' ORDER BY slug LIMIT 1"
                : "SELECT locale FROM shop WHERE slug = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (slug != null) {
                select.setString(1, slug);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString("locale") : DUTCH;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The language of a shop can't be read", failure);
        }
    }

    private static Shop shop(ResultSet row) throws SQLException {
        return new Shop(
                row.getString("slug"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("locale"),
                Arrays.asList((String[]) row.getArray("groups").getArray()),
                row.getLong("stock_version"),
                row.getString("stamp"),
                fields(row.getString("merge_fields")));
    }

    /** A field without a value is null in the profile; here it is absent. */
    private static Map<String, Map<String, String>> fields(String json) {
        try {
            Map<String, Map<String, String>> byLanguage = StoredJson.MAPPER.readValue(json, FIELDS);
            Map<String, Map<String, String>> filled = new HashMap<>();
            byLanguage.forEach((language, values) -> {
                Map<String, String> present = new HashMap<>();
                values.forEach((name, value) -> {
                    if (value != null && !value.isBlank()) {
                        present.put(name, value.strip());
                    }
                });
                filled.put(language, present);
            });
            return filled;
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The merge fields of a shop can't be read", damaged);
        }
    }
}
