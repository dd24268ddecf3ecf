package nl.etalage.content.theme;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * By which words a theme is known: its key, its names and its synonyms, each of one theme only. Words are the same
 * whatever their capitals, accents and hyphens; the function {@code theme_form} of the database says how.
 */
@ApplicationScoped
public class ThemeWords {

    private static final String MEANT =
            """
            SELECT s.written, t.key, t.state FROM unnest(CAST(? AS text[])) s (written)
            JOIN theme t ON t.key = theme_key(s.written)""";

    private static final String FORMS =
            """
            SELECT theme_form(s.written) AS form FROM unnest(CAST(? AS text[])) WITH ORDINALITY s (written, place)
            ORDER BY s.place""";

    private static final String OTHERS = "SELECT word, theme FROM theme_word WHERE word = ANY (?) AND theme <> ?";

    /** Keys that became part of a theme stay words of it, whatever its synonyms become. */
    private static final String FORGET =
            """
            DELETE FROM theme_word WHERE theme = ?
            AND word NOT IN (SELECT theme_form(f.key) FROM theme_former_key f WHERE f.theme = ?)""";

    private static final String LEARN =
            """
            INSERT INTO theme_word (word, theme) SELECT word, CAST(? AS text) FROM unnest(CAST(? AS text[])) s (word)
            ON CONFLICT DO NOTHING""";

    private static final String HAND_WORDS = "UPDATE theme_word SET theme = ? WHERE theme = ?";

    private static final String HAND_KEYS = "UPDATE theme_former_key SET theme = ? WHERE theme = ?";

    private static final String REMEMBER = "INSERT INTO theme_former_key (theme, key) VALUES (?, ?)";

    private static final String FORMER = "SELECT theme FROM theme_former_key WHERE key = ?";

    private static final String LIKE =
            """
            SELECT t.key FROM theme_word w JOIN theme t ON t.key = w.theme
            WHERE t.state = 'ACTIVE' AND word_similarity(theme_form(?), w.word) > 0.3
            GROUP BY t.key ORDER BY max(word_similarity(theme_form(?), w.word)) DESC, t.key LIMIT ?""";

    private static final String SAID = "SELECT word, theme FROM theme_word WHERE word = ANY (?)";

    private static final String NAMES = "SELECT key, name_nl, name_en FROM theme WHERE key = ANY (?)";

    /** Whoever changes themes waits for who changes them now, and no answer made before counts any more. */
    private static final String CHANGED = "UPDATE theme_stand SET version = version + 1";

    private final DataSource dataSource;

    ThemeWords(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a word stands for. */
    record Meant(String key, ThemeState state) {}

    /** The themes that are meant, by what is written; without what no theme is known by. */
    Map<String, Meant> meant(Collection<String> written) {
        Map<String, Meant> meant = new HashMap<>();
        read(
                MEANT,
                row -> meant.put(
                        row.getString("written"),
                        new Meant(row.getString("key"), ThemeState.valueOf(row.getString("state")))),
                written);
        return meant;
    }

    /** The theme that is known by each of these words; words as they are searched, without capitals and accents. */
    public Map<String, String> said(Collection<String> words) {
        Map<String, String> said = new HashMap<>();
        read(SAID, row -> said.put(row.getString("word"), row.getString("theme")), words);
        return said;
    }

    /** What themes are called in a language, by their keys. */
    public Map<String, String> names(Collection<String> keys, Locale language) {
        Map<String, String> names = new HashMap<>();
        read(
                NAMES,
                row -> names.put(
                        row.getString("key"),
                        Locale.ENGLISH.getLanguage().equals(language.getLanguage())
                                ? Optional.ofNullable(row.getString("name_en")).orElse(row.getString("name_nl"))
                                : row.getString("name_nl")),
                keys);
        return names;
    }

    /** Keys of active themes whose words look like this, the likest first. */
    List<String> like(String written, int most) {
        List<String> like = new ArrayList<>();
        read(LIKE, row -> like.add(row.getString("key")), written, written, most);
        return like;
    }

    /** The words as they are compared, in their order; empty for what has no letter or digit. */
    List<String> forms(List<String> written) {
        List<String> forms = new ArrayList<>();
        read(FORMS, row -> forms.add(row.getString("form")), written);
        return forms;
    }

    /** Waits for whoever changes themes now. */
    void begin() {
        write(CHANGED);
    }

    /** Those of the words, in the form in which they are compared, that are of another theme, with that theme. */
    Map<String, String> ofOthers(String key, Collection<String> forms) {
        Map<String, String> others = new HashMap<>();
        read(OTHERS, row -> others.put(row.getString("word"), row.getString("theme")), forms, key);
        return others;
    }

    /** Has a theme known by these words only, in the form in which they are compared. */
    void keep(String key, Collection<String> forms) {
        write(FORGET, key, key);
        write(LEARN, key, forms);
    }

    /** Has a theme known by all that another is known by, also by its key. */
    void handOver(String gone, String stays) {
        write(HAND_WORDS, stays, gone);
        write(HAND_KEYS, stays, gone);
        write(REMEMBER, stays, gone);
    }

    /** The theme that one with this key became part of; empty where none did. */
    Optional<String> now(String former) {
        List<String> now = new ArrayList<>();
        read(FORMER, row -> now.add(row.getString("theme")), former);
        return now.stream().findFirst();
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void read(String sql, Row each, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = prepared(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                each.take(row);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Themes can't be read", failure);
        }
    }

    private void write(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Themes can't be written", failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int at = 0; at < values.length; at++) {
            if (values[at] instanceof Collection<?> texts) {
                statement.setArray(at + 1, connection.createArrayOf("text", texts.toArray()));
            } else {
                statement.setObject(at + 1, values[at]);
            }
        }
        return statement;
    }
}
