package nl.etalage.content.library;

import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.etalage.content.Network;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * What shops type, and what they must find: the stories of the demo and those in {@code search/stories.json}, asked the
 * queries in {@code search/queries.tsv}. It holds the score, so that whoever changes the search sees what it does.
 */
@QuarkusTest
@TestProfile(SearchQualityTest.Alone.class)
class SearchQualityTest {

    private static final Logger LOG = Logger.getLogger(SearchQualityTest.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DEMO = Path.of("../deploy/demo-data/src/main/resources/demo/stories");
    private static final int FIRST_PAGE = 10;

    /** A library in which nothing else stands. */
    public static final class Alone implements QuarkusTestProfile {}

    private record Query(String typed, List<String> wanted) {}

    private static Stream<JsonNode> stories() {
        List<JsonNode> stories = new ArrayList<>();
        try (Stream<Path> files = Files.list(DEMO);
                InputStream more = SearchQualityTest.class.getResourceAsStream("search/stories.json")) {
            for (Path file : files.sorted().toList()) {
                stories.add(JSON.readTree(file.toFile()));
            }
            JSON.readTree(more).forEach(stories::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return stories.stream();
    }

    private static List<Query> queries() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SearchQualityTest.class.getResourceAsStream("search/queries.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Query(cells[0], List.of(cells[1].split(","))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Only what is searched: details, pictures and moments are the demo's own. */
    private static String release(JsonNode story) {
        ObjectNode members = JSON.createObjectNode();
        story.get("themes").forEach(theme -> Network.theme(theme.asText()));
        for (String name : List.of("title", "summary", "body", "themes", "locale")) {
            members.set(name, story.get(name));
        }
        // Other types ask for details that nobody searches.
        members.put("type", "maker");
        // A merge field is no word of a story, and these shops have none.
        String text = members.toString().replaceAll("\\{\\{[^}]*}}", "");
        return released(text.substring(1, text.length() - 1));
    }

    @Test
    void shopsFindWhatTheyLookFor() {
        Map<String, String> keys = new HashMap<>();
        stories().forEach(story -> keys.put(release(story), story.get("key").asText()));
        String shop = newShop();
        List<Query> queries = queries();
        assertTrue(queries.size() >= 60, "a score over fewer says little");
        List<String> missed = new ArrayList<>();
        double first = 0;
        int wanted = 0;
        for (Query query : queries) {
            List<String> ids = machine(shop)
                    .queryParam("q", query.typed())
                    .queryParam("limit", FIRST_PAGE)
                    .get("/api/v1/library?shop={shop}", shop)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.id");
            List<String> found = ids.stream().map(keys::get).toList();
            Set<String> absent = new HashSet<>(query.wanted());
            found.forEach(absent::remove);
            wanted += query.wanted().size();
            absent.forEach(key -> missed.add("%s -> %s, but %s".formatted(query.typed(), key, found)));
            first += found.stream()
                    .filter(query.wanted()::contains)
                    .findFirst()
                    .map(key -> 1.0 / (1 + found.indexOf(key)))
                    .orElse(0.0);
        }
        double recall = 1 - missed.size() / (double) wanted;
        double rank = first / queries.size();
        LOG.infof(
                "%d queries over %d stories: %.3f of what is wanted is among the first %d; the first of it stands at"
                        + " %.3f (1 is on top).%n%s",
                queries.size(), keys.size(), recall, FIRST_PAGE, rank, String.join(System.lineSeparator(), missed));
        assertTrue(recall >= 0.98, "found " + recall + ": " + missed);
        assertTrue(rank >= 0.9, "ranked " + rank);
    }

    @Test
    void everyStoryThatIsWantedExistsAndNoneIsThereTwice() {
        List<String> keys = stories().map(story -> story.get("key").asText()).toList();
        assertEquals(keys.stream().distinct().toList(), keys);
        queries().forEach(query -> assertTrue(keys.containsAll(query.wanted()), query.toString()));
        assertTrue(stories().allMatch(story -> story.get("themes") instanceof ArrayNode));
    }
}
