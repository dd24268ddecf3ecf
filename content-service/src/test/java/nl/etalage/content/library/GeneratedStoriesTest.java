package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The benchmark's generator writes past the service, straight into its tables. What it writes is what the service itself
 * would have written: this finds every difference, in the tables and in what is read.
 */
@QuarkusTest
@TestProfile(GeneratedStoriesTest.OwnDatabase.class)
class GeneratedStoriesTest {

    private static final Path GENERATOR = Path.of("..", "deploy", "benchmark", "stories");
    private static final String STORIES = "40";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whatever of a story is in the tables, but for ids and moments. */
    private static final String WRITTEN =
            """
            SELECT jsonb_build_object(
                'story', (SELECT to_jsonb(s) - '{id,created_at,changed_at}'::text[] FROM story s WHERE id = ?),
                'revision', (SELECT to_jsonb(r) - '{story,released_at}'::text[] FROM story_revision r WHERE story = ?),
                'item', (SELECT (to_jsonb(i) - '{story,visible_from,appeared_at,updated_at}'::text[])
                        || jsonb_build_object('facets', ARRAY(SELECT unnest(i.facets) ORDER BY 1))
                    FROM library_item i WHERE story = ?),
                'keys', (SELECT jsonb_agg(key ORDER BY key) FROM library_product WHERE story = ?),
                'pictures', (SELECT jsonb_agg(asset ORDER BY asset) FROM asset_use WHERE story = ?),
                'events', (SELECT jsonb_agg(jsonb_build_array(feed, type, data - 'story') ORDER BY feed)
                    FROM event WHERE subject = 'story/' || ?))::text""";

    /** What is generated must not stand between what other tests write. */
    public static final class OwnDatabase implements QuarkusTestProfile {}

    @Test
    void whatIsGeneratedIsWhatTheServiceWouldHaveWritten() throws SQLException, IOException {
        try (Connection database = superuser();
                Statement statement = database.createStatement()) {
            statement.execute(Files.readString(GENERATOR.resolve("staging.sql")));
            load(database);
            statement.execute(Files.readString(GENERATOR.resolve("shelve.sql")));
            List<String> generated = texts(database, "SELECT id::text FROM story ORDER BY id");
            assertEquals(Integer.parseInt(STORIES), generated.size());
            List<String> words = texts(database, "SELECT word || '=' || lexeme FROM library_word ORDER BY 1");
            int shown = 0;
            for (String story : generated) {
                String same = release(texts(database, "SELECT content::text FROM story WHERE id = '" + story + "'")
                        .get(0));
                assertEquals(written(database, same), written(database, story));
                shown += assertReadTheSame(same, story);
            }
            assertTrue(shown > generated.size() / 2, "hardly any of them is for the shop that looks");
            assertEquals(words, texts(database, "SELECT word || '=' || lexeme FROM library_word ORDER BY 1"));
            assertEquals(
                    generated,
                    texts(
                            database,
                            "SELECT story::text FROM library_item WHERE story = ANY (ARRAY(SELECT id FROM story ORDER BY"
                                    + " created_at LIMIT " + STORIES + ")) ORDER BY appeared_at"));
        }
    }

    /** The same words by the API: written by one editor, released by the other. */
    private static String release(String content) {
        String story = json("editor", content)
                .post("/api/v1/stories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(story, "submit", "editor", null).then().statusCode(200);
        act(story, "release", "editor2", null).then().statusCode(200);
        return story;
    }

    /** How many shops see it, of one. */
    private static int assertReadTheSame(String written, String generated) throws JsonProcessingException {
        assertEquals(
                read("/api/v1/stories/" + written, "createdAt", "changedAt"),
                read("/api/v1/stories/" + generated, "createdAt", "changedAt"));
        String shop = "?shop=winkel-0001";
        JsonNode item = read("/api/v1/library/" + generated + shop, "appeared", "updated");
        assertEquals(read("/api/v1/library/" + written + shop, "appeared", "updated"), item);
        return item.has("body") ? 1 : 0;
    }

    private static JsonNode read(String path, String... moments) throws JsonProcessingException {
        Response answer = as("admin").get(path);
        ObjectNode read = (ObjectNode) JSON.readTree(answer.body().asString());
        read.remove(List.of("id", "instance", "trace"));
        read.remove(List.of(moments));
        return read;
    }

    private static JsonNode written(Connection database, String story) throws SQLException, JsonProcessingException {
        try (PreparedStatement select = database.prepareStatement(WRITTEN)) {
            for (int at = 1; at <= 6; at++) {
                select.setObject(at, story, Types.OTHER);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return JSON.readTree(row.getString(1));
            }
        }
    }

    /** Runs the generator from its source, as the benchmark does. */
    private static void load(Connection database) throws IOException, SQLException {
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        GENERATOR.resolve("Stories.java").toString(),
                        GENERATOR.resolve("vocabulary-nl.txt").toString(),
                        STORIES,
                        "3",
                        "7",
                        Tokens.issuer())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = generator.inputReader()) {
            String table = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (table == null) {
                    table = line.replaceFirst("COPY (\\w+) FROM STDIN;", "$1");
                } else if (line.equals("\\.")) {
                    table = null;
                } else {
                    insert(database, table, line.split("\t"));
                }
            }
        }
    }

    /** One line of COPY's text form. */
    private static void insert(Connection database, String table, String... values) throws SQLException {
        String places = "?, ".repeat(values.length - 1) + "?";
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(table, places))) {
            for (int at = 0; at < values.length; at++) {
                insert.setObject(at + 1, values[at].replace("\\\\", "\\"), Types.OTHER);
            }
            insert.executeUpdate();
        }
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static Connection superuser() throws SQLException {
        Connection connection = DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("etalage.database.url", String.class), "postgres", "postgres");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET app.shop = '*'");
        }
        return connection;
    }
}
