package nl.etalage.content.library.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What the index knows of words. */
@ApplicationScoped
class Lexicon {

    private static final String FORMS =
            """
            SELECT s.word, tsvector_to_array(to_tsvector('etalage_dutch', s.word)) AS dutch,
                tsvector_to_array(to_tsvector('etalage_english', s.word)) AS english
            FROM unnest(CAST(? AS text[])) s (word)""";

    private static final String KNOWN = "SELECT DISTINCT lexeme FROM library_word WHERE lexeme = ANY (?)";

    /** Words that hold what is typed, and words that look like it; the likest first. */
    private static final String LIKE =
            """
            SELECT s.word AS typed, w.word, w.lexeme FROM unnest(CAST(? AS text[])) s (word)
            CROSS JOIN LATERAL (
                SELECT v.word, v.lexeme FROM library_word v
                WHERE v.word LIKE '%' || s.word || '%' OR v.word % s.word
                ORDER BY similarity(v.word, s.word) DESC, v.word LIMIT 40) w""";

    private final DataSource dataSource;

    Lexicon(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A word of the library that resembles one typed. */
    record Resembling(String word, String lexeme) {}

    /**
     * How the index has words; none for one that a language leaves out, as it says nothing.
     *
     * @param words lower case, without accents
     */
    Map<String, Set<String>> lexemes(Collection<String> words) {
        Map<String, Set<String>> lexemes = new HashMap<>();
        read(FORMS, words, row -> {
            List<String> dutch = texts(row, "dutch");
            List<String> english = texts(row, "english");
            Set<String> all = new LinkedHashSet<>();
            if (!dutch.isEmpty() && !english.isEmpty()) {
                all.addAll(dutch);
                all.addAll(english);
                all.add(row.getString("word"));
            }
            lexemes.put(row.getString("word"), all);
        });
        return lexemes;
    }

    /** Those of the lexemes that any story has. */
    Set<String> known(Collection<String> lexemes) {
        Set<String> known = new HashSet<>();
        read(KNOWN, lexemes, row -> known.add(row.getString(1)));
        return known;
    }

    /** The words of the library that hold a word or look like it. */
    Map<String, List<Resembling>> resembling(Collection<String> words) {
        Map<String, List<Resembling>> found = new HashMap<>();
        read(LIKE, words, row -> found.computeIfAbsent(row.getString("typed"), any -> new ArrayList<>())
                .add(new Resembling(row.getString("word"), row.getString("lexeme"))));
        return found;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void read(String sql, Collection<String> words, Row each) {
        if (words.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", words.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.take(row);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The words of the library can't be read", failure);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
