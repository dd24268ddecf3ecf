package nl.etalage.content.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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

/** What was written down before by issuer and subject leads to the same member afterwards. */
class AuthorsMigrationTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final String THIS = "V20261122114000__authors_by_member.sql";
    private static final String EDITOR = "00000000-0000-7000-8000-000000000001";
    private static final String MIA = "00000000-0000-7000-8000-000000000002";

    private static final String BEFORE =
            """
            SELECT set_config('app.shop', '*', false);
            INSERT INTO membership (id, shop, issuer, subject, role, valid_from, version) VALUES
                ('%1$s', NULL, 'https://iss', 'editor', 'editor', '2026-01-01', 1),
                ('%2$s', 'zeist', 'https://iss', 'mia', 'manager', '2026-01-01', 1);
            INSERT INTO story (id, state, revision, content, author, last_editor, unreviewed, created_at, changed_at, version)
            VALUES (gen_random_uuid(), 'RELEASED', 1, '{}', 'https://iss|editor', 'https://iss|gone', false, now(), now(), 1);
            INSERT INTO story_revision (story, number, content, author, released_by, released_at)
            SELECT id, 1, '{}', 'https://iss|gone', 'https://iss|editor', now() FROM story;
            INSERT INTO campaign (id, content, author, created_at, version)
            VALUES (gen_random_uuid(), '{}', 'https://iss|editor', now(), 1);
            INSERT INTO participation (campaign, shop, joined_by, joined_at)
            SELECT id, 'zeist', 'https://iss|mia', now() FROM campaign;
            INSERT INTO adaptation (id, shop, story, revision, overrides, author, created_at, changed_at, version)
            SELECT gen_random_uuid(), shop, id, 1, '{}', 'https://iss|mia', now(), now(), 1
              FROM story, (VALUES ('zeist'), ('utrecht')) AS owner (shop);
            """
                    .formatted(EDITOR, MIA);

    @Test
    void aMemberKeepsWhatIsTheirsAndWhoLeftIsNobody() throws IOException, SQLException {
        try (EmbeddedPostgres cluster = ServicePostgres.cluster()) {
            ServicePostgres.createServiceDatabase(cluster, "content");
            try (Connection owner = DriverManager.getConnection(
                            cluster.getJdbcUrl("content_owner", "content"), "content_owner", "test");
                    Statement statement = owner.createStatement()) {
                for (Path migration : before()) {
                    statement.execute(Files.readString(migration));
                }
                statement.execute(BEFORE);
                statement.execute(Files.readString(MIGRATIONS.resolve(THIS)));

                assertEquals(EDITOR, one(statement, "SELECT author FROM story"));
                assertEquals(EDITOR, one(statement, "SELECT released_by FROM story_revision"));
                assertEquals(EDITOR, one(statement, "SELECT author FROM campaign"));
                assertEquals(MIA, one(statement, "SELECT joined_by FROM participation"));
                assertEquals(MIA, one(statement, "SELECT author FROM adaptation WHERE shop = 'zeist'"));
                assertNotEquals(MIA, one(statement, "SELECT author FROM adaptation WHERE shop = 'utrecht'"));
                String gone = one(statement, "SELECT last_editor FROM story");
                assertNotEquals(EDITOR, gone);
                assertEquals(gone, one(statement, "SELECT author FROM story_revision"));
                assertEquals(
                        "2",
                        one(
                                statement,
                                "SELECT count(*) FROM pg_class WHERE relname IN ('adaptation', 'participation')"
                                        + " AND relrowsecurity AND relforcerowsecurity"));
            }
        }
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
