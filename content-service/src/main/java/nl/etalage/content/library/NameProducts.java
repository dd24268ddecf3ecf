package nl.etalage.content.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.etalage.content.ops.StoredJson;
import nl.etalage.content.productkey.LookupKeys;
import nl.etalage.content.story.Product;

/** How products are called in stories that the shop may see. */
@ApplicationScoped
class NameProducts {

    /** What a product is called is no reason to go through all its stories. */
    private static final int LOOKED_AT = 100;

    /** A story with the product, by its key; and how that story writes its products. */
    private static final String SAID =
            """
            SELECT k.word, said.products FROM unnest(CAST(? AS text[]), CAST(? AS text[])) k (word, key)
            CROSS JOIN LATERAL (
                SELECT r.content -> 'products' AS products
                FROM (SELECT p.story FROM library_product p WHERE p.key = k.key LIMIT ?) few
                JOIN library_visible_to(?, ?) i ON i.story = few.story
                JOIN story_revision r ON r.story = i.story AND r.number = i.revision
                LIMIT 1) said""";

    private final DataSource dataSource;

    NameProducts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What each is called; null where nobody was found to say. */
    Map<String, String> names(LibraryPull pull, List<String> words) {
        Map<String, String> names = new HashMap<>();
        LibraryStatement statement = new LibraryStatement()
                .then(
                        SAID,
                        words.toArray(String[]::new),
                        words.stream().map(NameProducts::key).toArray(String[]::new),
                        LOOKED_AT,
                        pull.shop().slug(),
                        pull.now());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String word = row.getString("word");
                for (Product product :
                        StoredJson.MAPPER.readValue(row.getString("products"), new TypeReference<List<Product>>() {})) {
                    String name = NamedProduct.names(product).get(word);
                    if (name != null) {
                        names.putIfAbsent(word, name);
                    }
                }
            }
            return names;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("How products are called can't be read", failure);
        }
    }

    /** Any story of a brand or supplier says how that is written. */
    private static String key(String word) {
        return word.startsWith(LookupKeys.BRAND) || word.startsWith(LookupKeys.SUPPLIER)
                ? LookupKeys.ANYTHING_OF + word
                : word;
    }
}
