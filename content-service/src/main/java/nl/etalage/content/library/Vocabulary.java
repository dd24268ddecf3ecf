package nl.etalage.content.library;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps the words of all stories in the library, in the transaction that shelves or removes one. */
public final class Vocabulary {

    /** In order, so that two transactions never wait for each other. */
    private static final String LEARN =
            """
            INSERT INTO library_word (word, lexeme)
            SELECT DISTINCT w.word, l.lexeme
            FROM unnest(tsvector_to_array(to_tsvector('etalage_simple', ?))) w (word)
            CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector(CAST(? AS regconfig), w.word))) l (lexeme)
            WHERE w.word ~ '^[[:alpha:]]{3,40}$'
            ORDER BY 1, 2
            ON CONFLICT DO NOTHING""";

    /** A word that only a withdrawn story had may be somebody's name. */
    private static final String FORGET =
            """
            DELETE FROM library_word w
            WHERE w.lexeme = ANY (?)
              AND NOT EXISTS (SELECT FROM library_item i WHERE i.words @@ CAST(quote_literal(w.lexeme) AS tsquery))""";

    private Vocabulary() {}

    static void learn(Connection connection, SearchWords words) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LEARN)) {
            insert.setString(1, words.text());
            insert.setString(2, words.language());
            insert.executeUpdate();
        }
    }

    /**
     * Forgets what no story says any more.
     *
     * @param lexemes words of stories that just left, as the index knows them
     */
    public static void forget(Connection connection, Array lexemes) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setArray(1, lexemes);
            delete.executeUpdate();
        }
    }
}
