package nl.etalage.rowsecurity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Tells PostgreSQL for which owners the current transaction runs; the policies in the migrations read it. It ends with
 * the transaction, so nothing leaks through the connection pool; a transaction that never enters sees no row.
 *
 * <p>A policy on a table with a column {@code shop} reads:
 *
 * <pre>{@code
 * ALTER TABLE adaptation ENABLE ROW LEVEL SECURITY;
 * ALTER TABLE adaptation FORCE ROW LEVEL SECURITY;
 * CREATE POLICY own_rows ON adaptation USING (
 *     current_setting('app.shop', true) = '*'
 *     OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
 * }</pre>
 *
 * @see <a href="https://www.postgresql.org/docs/15/ddl-rowsecurity.html">PostgreSQL, row security policies</a>
 */
@ApplicationScoped
public class RowSecurity {

    private static final String EVERYTHING = "*";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final DataSource dataSource;

    RowSecurity(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The rest of this transaction sees only rows of these owners; none when the collection is empty.
     *
     * @throws IllegalArgumentException when a key could be mistaken for several or for all
     * @throws IllegalStateException when the database can't be told
     */
    public void enter(Collection<String> owners) {
        for (String owner : owners) {
            if (!KEY.matcher(owner).matches()) {
                throw new IllegalArgumentException("Not a key for row security: " + owner);
            }
        }
        set(String.join(",", owners));
    }

    /** The rest of this transaction sees every row. */
    public void enterAll() {
        set(EVERYTHING);
    }

    private void set(String owners) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT set_config('app.shop', ?, true)")) {
            statement.setString(1, owners);
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("Row security could not be set", failure);
        }
    }
}
