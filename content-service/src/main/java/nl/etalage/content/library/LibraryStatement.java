package nl.etalage.content.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A statement put together from clauses, with the values of each in its place. */
final class LibraryStatement {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    LibraryStatement then(String text, Object... given) {
        return then(Clause.of(text, given));
    }

    LibraryStatement then(Clause clause) {
        sql.append(clause.sql()).append('\n');
        values.addAll(clause.values());
        return this;
    }

    LibraryStatement and(Collection<Clause> clauses) {
        clauses.forEach(clause -> {
            sql.append("AND ");
            then(clause);
        });
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        int at = 1;
        for (Object value : values) {
            if (value instanceof String[] texts) {
                statement.setArray(at++, connection.createArrayOf("text", texts));
            } else if (value instanceof Instant moment) {
                statement.setObject(at++, moment.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(at++, value);
            }
        }
        return statement;
    }
}
