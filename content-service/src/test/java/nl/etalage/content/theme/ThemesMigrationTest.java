package nl.etalage.content.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import nl.etalage.testing.ServicePostgres;
import org.junit.jupiter.api.Test;

/** The free words that stories had become themes of the list, and nothing of them is lost. */
class ThemesMigrationTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final String THIS = "V20261122212500__themes.sql";

    private static final String BEFORE =
            """
            CREATE TEMPORARY TABLE said AS SELECT gen_random_uuid() AS id, * FROM (VALUES
                ('["Eerlijke  Prijs", "eerlijke prijs", "Coöperatie", "handwerk"]'::jsonb),
                ('["eerlijke prijs", "قهوة", "!!!"]'),
                ('["Bakkie", "C++", "شاي"]'),
                ('[]'), (NULL), ('null')) v (themes);
            INSERT INTO story (id, state, revision, content, author, last_editor, unreviewed, created_at, changed_at, version)
            SELECT id, 'RELEASED', 1,
                   CASE WHEN themes IS NULL THEN '{"title": "T"}' ELSE jsonb_build_object('title', 'T', 'themes', themes) END,
                   id, id, false, now(), now(), 1 FROM said;
            INSERT INTO story_revision (story, number, content, author, released_by, released_at)
            SELECT id, 1, content, id, id, now() FROM story;
            INSERT INTO library_item (story, revision, type, groups, reach, campaigns, assets, visible_from, appeared_at,
                updated_at, announced, facets, words)
            SELECT s.id, 1, 'tip', '{}', '{*}', '{}', '{}', now(), now(), now(), true,
                   ARRAY['type:tip', 'theme:eerlijke prijs', 'season:kerst'], '' FROM story s;
            """;

    @Test
    void everyWordIsAThemeAndEveryStoryKeepsItsThemesInTheirOrder() throws IOException, SQLException {
        try (EmbeddedPostgres cluster = ServicePostgres.cluster()) {
            ServicePostgres.createServiceDatabase(cluster, "content");
            try (Connection owner = DriverManager.getConnection(
                            cluster.getJdbcUrl("content_owner", "content"), "content_owner", "test");
                    Statement statement = owner.createStatement()) {
                for (Path migration : before()) {
                    statement.execute(Files.readString(migration));
                }
                statement.execute(BEFORE);
                owner.setAutoCommit(false);
                statement.execute(Files.readString(MIGRATIONS.resolve(THIS)));
                owner.commit();

                assertEquals("[\"eerlijke-prijs\", \"cooperatie\", \"handwerk\"]", themes(statement, "story", "Coöp"));
                assertEquals(
                        "[\"eerlijke-prijs\", \"cooperatie\", \"handwerk\"]",
                        themes(statement, "story_revision", "Coöp"));
                assertEquals(
                        "eerlijke prijs|Fair price",
                        one(
                                statement,
                                "SELECT name_nl || '|' || coalesce(name_en, '') FROM theme WHERE key = 'eerlijke-prijs'"));
                assertEquals(
                        "handwerk", one(statement, "SELECT theme_key('Handwerk')"), "a story's own word stays its own");
                assertEquals("ambacht", one(statement, "SELECT theme_key('crafts')"), "the rest of a theme begins");
                assertEquals("bakkie", one(statement, "SELECT theme_key('bakkie')"));
                assertEquals("koffie", one(statement, "SELECT theme_key('Espresso')"));
                assertEquals("?", one(statement, "SELECT theme_key('nergens')"));
                for (String word : List.of("قهوة", "!!!", "C++", "شاي", "Coöperatie")) {
                    assertEquals(
                            "1", one(statement, "SELECT count(*) FROM theme WHERE name_nl = '" + word + "'"), word);
                }
                assertEquals(
                        "3,3",
                        one(
                                statement,
                                """
                                SELECT string_agg(n::text, ',') FROM (
                                    SELECT count(*) AS n FROM said s JOIN story t USING (id)
                                    CROSS JOIN LATERAL jsonb_array_elements_text(t.content -> 'themes') k (key)
                                    JOIN theme ON theme.key = k.key
                                    WHERE s.themes @> '["!!!"]' OR s.themes @> '["C++"]' GROUP BY s.id) c"""));
                assertEquals(
                        "season:kerst,theme:cooperatie,theme:eerlijke-prijs,theme:handwerk,type:tip",
                        one(
                                statement,
                                """
                                SELECT string_agg(f, ',' ORDER BY f) FROM library_item i JOIN said s ON s.id = i.story
                                CROSS JOIN LATERAL unnest(i.facets) f WHERE s.themes @> '["Coöperatie"]'"""));
                assertEquals("0", one(statement, "SELECT count(*) FROM theme t WHERE theme_key(t.key) <> t.key"));
            }
        }
    }

    private static String themes(Statement statement, String table, String with) throws SQLException {
        String id = table.equals("story") ? "t.id" : "t.story";
        return one(
                statement,
                "SELECT t.content -> 'themes' FROM %s t JOIN said s ON s.id = %s WHERE s.themes::text LIKE '%%%s%%'"
                        .formatted(table, id, with));
    }

    private static List<Path> before() throws IOException {
        try (Stream<Path> migrations = Files.list(MIGRATIONS)) {
            return migrations
                    .filter(migration -> migration.getFileName().toString().compareTo(THIS) < 0)
                    .sorted()
                    .toList();
        }
    }

    private static String one(Statement statement, String select) throws SQLException {
        try (ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getString(1);
        }
    }
}
