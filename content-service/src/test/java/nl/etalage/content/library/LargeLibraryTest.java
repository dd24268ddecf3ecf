package nl.etalage.content.library;

import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.etalage.content.Network;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counting and paging where there are more stories than anybody counts; copies of one story, for one shop. */
@QuarkusTest
class LargeLibraryTest {

    private static final int EXACT = 1_000;

    /** More than are counted in one go, as tests have it set. */
    private static final int SAMPLED = 2_200;

    /** Two of them appear at the same moment, so that only their ids tell them apart. */
    private static final String COPIES =
            """
            CREATE TEMPORARY TABLE copy ON COMMIT DROP AS
            SELECT gen_random_uuid() AS id, number FROM generate_series(%2$d, %3$d) number;
            INSERT INTO story SELECT r.* FROM copy c, story s,
                jsonb_populate_record(s, jsonb_build_object('id', c.id)) r WHERE s.id = '%1$s';
            INSERT INTO story_revision SELECT r.* FROM copy c, story_revision s,
                jsonb_populate_record(s, jsonb_build_object('story', c.id)) r WHERE s.story = '%1$s';
            INSERT INTO library_item SELECT r.* FROM copy c, library_item i,
                jsonb_populate_record(i, jsonb_build_object('story', c.id,
                    'appeared_at', i.appeared_at - (c.number / 2) * interval '1 second',
                    'facets', i.facets || 'theme:%5$s'::text
                        || CASE WHEN c.number <= %4$d THEN ARRAY['theme:%6$s'] ELSE '{}' END)) r
             WHERE i.story = '%1$s'""";

    private String many;
    private String thousand;
    private String group;
    private String story;

    @BeforeEach
    void oneStory() {
        many = Network.theme("veel" + System.nanoTime());
        thousand = Network.theme("duizend" + System.nanoTime());
        group = "groot-" + System.nanoTime();
        story = released("\"body\": \"Tekst.\", \"targetGroups\": [\"%s\"]".formatted(group));
    }

    @AfterEach
    void tidy() throws SQLException {
        try (Connection database = superuser();
                PreparedStatement delete = database.prepareStatement(
                        "WITH gone AS (DELETE FROM library_item WHERE groups = ARRAY[?]::text[] AND NOT story = ?::uuid RETURNING story),"
                                + " texts AS (DELETE FROM story_revision WHERE story IN (SELECT story FROM gone))"
                                + " DELETE FROM story WHERE id IN (SELECT story FROM gone)")) {
            delete.setString(1, group);
            delete.setString(2, story);
            delete.executeUpdate();
        }
    }

    private void copies(int first, int last) throws SQLException {
        try (Connection database = superuser();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute(COPIES.formatted(story, first, last, EXACT, many, thousand));
            database.commit();
        }
    }

    private static Connection superuser() throws SQLException {
        Connection connection = DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("etalage.database.url", String.class), "postgres", "postgres");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
        }
        return connection;
    }

    /** Asked by a shop that never asked before, for whom nothing is kept. */
    private Response counts() {
        String shop = newShop(group);
        Response counts = machine(shop).get("/api/v1/library/facets?theme=" + many + "&shop=" + shop);
        counts.then().statusCode(200).body("facets[3].name", is("theme"));
        return counts;
    }

    private static Map<String, Object> theme(Response counts, String theme) {
        return counts.path("facets[3].values.find { it.value == '%s' }".formatted(theme));
    }

    private static void shows(Map<String, Object> count, int number, String shown) {
        assertEquals(number, count.get("count"));
        assertEquals(shown, count.get("shown"));
    }

    @Test
    void aCountIsExactUpToAThousandAndSaysWhereThereAreMore() throws SQLException {
        copies(1, EXACT);
        Response exact = counts();
        shows(exact.path("total"), EXACT, "1000");
        shows(theme(exact, thousand), EXACT, "1000");
        shows(theme(exact, many), EXACT, "1000");

        copies(EXACT + 1, EXACT + 1);
        Response more = counts();
        shows(more.path("total"), EXACT, "1000+");
        shows(theme(more, many), EXACT, "1000+");
        shows(theme(more, thousand), EXACT, "1000");

        copies(EXACT + 2, SAMPLED);
        Response sampled = counts();
        shows(sampled.path("total"), EXACT, "1000+");
        shows(theme(sampled, many), EXACT, "1000+");
        shows(theme(sampled, thousand), EXACT, "1000");
    }

    @Test
    void whatOnlyTheOldestHaveIsAChoiceToo() throws SQLException {
        String old = Network.theme("oud" + System.nanoTime());
        copies(1, SAMPLED);
        try (Connection database = superuser();
                PreparedStatement update = database.prepareStatement(
                        "UPDATE library_item SET locale = 'fy', facets = facets || ARRAY['theme:' || ?, 'locale:fy', 'season:kerst']"
                                + " WHERE story IN (SELECT story FROM library_item WHERE groups = ARRAY[?]::text[]"
                                + " ORDER BY appeared_at LIMIT 3)")) {
            update.setString(1, old);
            update.setString(2, group);
            assertEquals(3, update.executeUpdate());
        }
        Response counts = counts();
        shows(theme(counts, old), 3, "3");
        shows(theme(counts, many), EXACT, "1000+");
        shows(counts.path("facets.find { it.name == 'locale' }.values.find { it.value == 'fy' }"), 3, "3");
        shows(counts.path("facets.find { it.name == 'season' }.values.find { it.value == 'kerst' }"), 3, "3");
        List<Integer> choices = counts.path("facets.values.flatten().count");
        assertFalse(choices.contains(0), "a choice that leaves nothing");
    }

    @Test
    void pagingReachesTheLastOfThousandsOnceAndInOrder() throws SQLException {
        copies(1, 3_000);
        String shop = newShop(group);
        List<Map<String, Object>> read = new ArrayList<>();
        String token = "";
        while (token != null) {
            Response page = machine(shop).get("/api/v1/library?theme=" + many + "&limit=100&shop=" + shop + token);
            page.then().statusCode(200);
            read.addAll(page.path("items"));
            String next = page.path("nextPageToken");
            token = next == null ? null : "&pageToken=" + next;
        }
        assertEquals(3_000, read.stream().map(item -> item.get("id")).distinct().count());
        assertEquals(3_000, read.size());
        List<Instant> order = read.stream()
                .map(item -> Instant.parse((String) item.get("appeared")))
                .toList();
        assertEquals(order.stream().sorted(Comparator.reverseOrder()).toList(), order);
    }
}
