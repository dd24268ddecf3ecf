package nl.etalage.content.library;

import java.util.List;

/**
 * A condition in SQL, and what stands for its question marks.
 *
 * @param sql written in this package, never made of data
 * @param values an array is a text[]
 */
record Clause(String sql, List<Object> values) {

    Clause {
        values = List.copyOf(values);
    }

    static Clause of(String sql, Object... values) {
        return new Clause(sql, List.of(values));
    }
}
