package nl.etalage.scheduling.access;

import java.sql.Connection;
import java.sql.SQLException;

/** Hears that a shop takes part from now on, in the transaction that writes it down. */
public interface ShopJoined {

    /**
     * The shop became active after it was not.
     *
     * @param slug its id
     * @param locale language its people read, a BCP 47 tag
     */
    void joined(Connection connection, String slug, String locale) throws SQLException;
}
