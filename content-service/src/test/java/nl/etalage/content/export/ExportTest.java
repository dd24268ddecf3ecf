package nl.etalage.content.export;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.jpeg;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.offeredTwice;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop takes everything along that is kept of it. */
@QuarkusTest
class ExportTest {

    private static final String EXPORT = "/api/v1/exports/content?shop=";

    /** By which kind of item a table goes out. */
    private static final Map<String, ExportKind> EXPORTED = Map.of(
            "adaptation", ExportKind.ADAPTATION,
            "story", ExportKind.STORY,
            "asset", ExportKind.ASSET,
            "media_file", ExportKind.ASSET,
            "contribution", ExportKind.CONTRIBUTION,
            "contribution_text", ExportKind.CONTRIBUTION_TEXT,
            "campaign", ExportKind.CAMPAIGN,
            "participation", ExportKind.PARTICIPATION,
            "audit", ExportKind.AUDIT);

    /** Why a table doesn't. */
    private static final Map<String, String> KEPT_HERE = Map.ofEntries(
            Map.entry("shop", "a copy; shops-service exports it"),
            Map.entry("membership", "a copy; shops-service exports it"),
            Map.entry("integration", "a copy; shops-service exports it"),
            Map.entry("merge_field", "the network's"),
            Map.entry("theme", "the network's list"),
            Map.entry("theme_word", "the same list, as it is looked up"),
            Map.entry("theme_former_key", "the same list, by keys it had before"),
            Map.entry("theme_stand", "a counter"),
            Map.entry("merge_field_fetch", "work to do"),
            Map.entry("story_comment", "the central group's talk about its own work"),
            Map.entry("story_edit", "the network's; earlier drafts, for a month"),
            Map.entry("story_revision", "the network's; the newest is in the story"),
            Map.entry("asset_use", "which pictures are public now"),
            Map.entry("preview_key", "a secret"),
            Map.entry("feed_key", "opens feeds here, by a secret that nobody keeps"),
            Map.entry("library_item", "the network's"),
            Map.entry("campaign_day", "how far followers were told"),
            Map.entry("campaign_turn", "work to do"),
            Map.entry("library_product", "the network's"),
            Map.entry("prepared_story", "the network's, as it is sent; a cache"),
            Map.entry("assortment", "a copy; shops-service exports it"),
            Map.entry("assortment_item", "a copy; shops-service exports it"),
            Map.entry("assortment_key", "the same copy, as it is looked up"),
            Map.entry("stocked_story", "the network's"),
            Map.entry("library_word", "the network's"),
            Map.entry("shop_library", "a counter"),
            Map.entry("idempotency_key", "answers to repeat within 24 hours"),
            Map.entry("event", "ids and states of what is in the other tables, for our own services"),
            Map.entry("event_feed", "a counter"),
            Map.entry("feed_cursor", "a counter"),
            Map.entry("replica_stand", "a counter"),
            Map.entry("scheduled_tasks", "when housekeeping runs"),
            Map.entry("flyway_schema_history", "the migrations that ran"));

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    @Test
    void everyTableGoesOutOrHasAReasonNotTo() throws SQLException {
        Set<String> known = new TreeSet<>(EXPORTED.keySet());
        known.addAll(KEPT_HERE.keySet());
        assertEquals(known, tables(), "A new table: let the export hold it, or say here why not");
        assertEquals(Set.of(ExportKind.values()), Set.copyOf(EXPORTED.values()));
    }

    @Test
    void aFullShopComesWholeAndInOrderWhateverThePage() {
        String shop = newShop();
        fill(shop);
        List<Map<String, ?>> items = walk(shop + "-manager", shop, 2);
        List<String> kinds = new ArrayList<>(new LinkedHashSet<>(
                items.stream().map(item -> (String) item.get("kind")).toList()));
        assertEquals(Arrays.stream(ExportKind.values()).map(ExportKind::word).toList(), kinds);
        long different = items.stream()
                .map(item -> item.get("kind") + "/" + item.get("id"))
                .distinct()
                .count();
        assertEquals(items.size(), different);
        // Both trails have the line that the first page of the first walk wrote.
        assertEquals(items.size(), walk("admin", shop, 100).size());
    }

    @Test
    void theOwnWordsComeWithTheStoryTheyStandOn() {
        String shop = newShop();
        String story = released("\"body\": \"Tekst van de redactie.\"");
        String adaptation = adapted(shop, story);
        titled(shop, adaptation);
        JsonPath export = as(shop + "-manager").get(EXPORT + shop).jsonPath();
        assertEquals(
                as(shop + "-manager")
                        .get("/api/v1/adaptations/{id}", adaptation)
                        .jsonPath()
                        .getMap("$"),
                export.getMap("items.find { it.kind == 'adaptation' }.data"));
        assertEquals(story, export.getString("items.find { it.kind == 'story' }.data.story"));
        assertEquals("Tekst van de redactie.", export.getString("items.find { it.kind == 'story' }.data.body"));
        assertEquals("Onze titel", export.getString("items.find { it.kind == 'adaptation' }.data.overrides.title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-withdrawn", "licence-ended"})
    void ofAStoryThatNobodyMayCopyAnyMoreTheOwnWordsComeAndWhichItWas(String reason) {
        String shop = newShop();
        String story = released("\"body\": \"Dit mag niet meer.\"");
        takenBackAfterOwnWords(shop, story, reason);
        as(shop + "-manager")
                .get(EXPORT + shop)
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'adaptation' }.data.story", equalTo(story))
                .body("items.find { it.kind == 'adaptation' }.data.state", equalTo("recalled"))
                .body("items.find { it.kind == 'adaptation' }.data.overrides.title", equalTo("Onze titel"))
                .body(
                        "items.find { it.kind == 'story' }.data",
                        equalTo(Map.of("story", story, "revision", 1, "state", "withdrawn", "withdrawReason", reason)))
                .body(not(containsString("Dit mag niet meer.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistake", "safety"})
    void aStoryThatWasTakenBackForWhatItSaysComesWithItsText(String reason) {
        String shop = newShop();
        String story = released("\"body\": \"Dit klopte niet.\"");
        takenBackAfterOwnWords(shop, story, reason);
        as(shop + "-manager")
                .get(EXPORT + shop)
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'adaptation' }.data.overrides.title", equalTo("Onze titel"))
                .body("items.find { it.kind == 'story' }.data.state", equalTo("withdrawn"))
                .body("items.find { it.kind == 'story' }.data.withdrawReason", equalTo(reason))
                .body("items.find { it.kind == 'story' }.data.body", equalTo("Dit klopte niet."));
    }

    private static void takenBackAfterOwnWords(String shop, String story, String reason) {
        titled(shop, adapted(shop, story));
        act(story, "withdraw", "editor", "{\"reason\": \"" + reason + "\"}")
                .then()
                .statusCode(200);
    }

    private static void titled(String shop, String adaptation) {
        Response seen = as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation);
        patch(seen, shop + "-publisher", "{\"overrides\": {\"title\": \"Onze titel\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
    }

    @Test
    void aPictureComesAsItWasUploaded() throws NoSuchAlgorithmException {
        String shop = newShop();
        byte[] uploaded = jpeg(30, 20);
        String asset = upload(shop, uploaded);
        JsonPath item = as(shop + "-manager").get(EXPORT + shop).jsonPath();
        String file = "items.find { it.id == '" + asset + "' }.file.";
        assertEquals(sha256(uploaded), item.getString(file + "sha256"));
        assertEquals(uploaded.length, item.getInt(file + "bytes"));
        assertEquals("image/jpeg", item.getString(file + "mediaType"));
        assertEquals(asset + ".jpg", item.getString(file + "name"));
        Response got = as(shop + "-manager").get(item.getString(file + "url"));
        got.then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Content-Disposition", "attachment; filename=\"" + asset + ".jpg\"")
                .header("Cache-Control", "private, no-store")
                .header("X-Content-Type-Options", "nosniff");
        assertArrayEquals(uploaded, got.asByteArray());
    }

    @Test
    void nothingOfAnotherShopIsInIt() {
        String shop = newShop();
        String other = newShop();
        fill(other);
        as(shop + "-manager").get(EXPORT + shop).then().statusCode(200).body("items.kind", equalTo(List.of()));
    }

    @Test
    void itIsWrittenDownOnceThatSomebodyTookIt() {
        String shop = newShop();
        fill(shop);
        walk(shop + "-manager", shop, 2);
        as(shop + "-manager")
                .get("/api/v1/audit/content?shop={shop}", shop)
                .then()
                .body("items.findAll { it.action == 'shop.exported' }.subject", contains("shop/" + shop));
    }

    @Test
    void whoNamesNoShopHearsThatItIsMissing() {
        as("admin").get("/api/v1/exports/content").then().statusCode(422).body("violations.pointer", contains("#shop"));
    }

    private static void fill(String shop) {
        adapted(shop, released("\"body\": \"Een.\""));
        adapted(shop, released("\"body\": \"Twee.\""));
        upload(shop, jpeg(20, 20));
        upload(shop, jpeg(20, 20));
        offeredTwice(shop);
        String campaign = json(
                        "editor", "{\"name\": \"Lente\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2099-06-30\"}")
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json(shop + "-manager", "{\"shop\": \"%s\"}".formatted(shop))
                .post("/api/v1/campaigns/{id}/participations", campaign)
                .then()
                .statusCode(201);
    }

    private static String upload(String shop, byte[] picture) {
        return as(shop + "-publisher")
                .multiPart("file", "x.jpg", picture, "image/jpeg")
                .post("/api/v1/assets?shop={shop}", shop)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<Map<String, ?>> walk(String who, String shop, int limit) {
        List<Map<String, ?>> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as(who).get(EXPORT + shop + "&limit=" + limit + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertTrue(page.getList("items").size() <= limit);
            items.addAll(page.<Map<String, ?>>getList("items"));
            next = page.get("nextPageToken") == null ? null : "&pageToken=" + page.getString("nextPageToken");
        }
        return items;
    }

    private Set<String> tables() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
