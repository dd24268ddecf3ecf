package nl.etalage.shops.export;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.addMember;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A shop takes everything along that is kept of it. */
@QuarkusTest
class ExportTest {

    private static final String EXPORT = "/api/v1/exports/shops?shop=";

    /** By which kind of item a table goes out. */
    private static final Map<String, ExportKind> EXPORTED = Map.ofEntries(
            Map.entry("shop", ExportKind.SHOP),
            Map.entry("shop_profile", ExportKind.SHOP),
            Map.entry("shop_field", ExportKind.SHOP),
            Map.entry("shop_in_group", ExportKind.SHOP),
            Map.entry("shop_group", ExportKind.GROUP),
            Map.entry("shop_contact", ExportKind.CONTACT),
            Map.entry("member", ExportKind.MEMBER),
            Map.entry("member_invitation", ExportKind.MEMBER_INVITATION),
            Map.entry("integration", ExportKind.INTEGRATION),
            Map.entry("integration_client", ExportKind.INTEGRATION_USE),
            Map.entry("joining", ExportKind.INVITATION),
            Map.entry("assortment", ExportKind.ASSORTMENT),
            Map.entry("assortment_item", ExportKind.ASSORTMENT),
            Map.entry("imported_shop", ExportKind.IMPORT),
            Map.entry("audit", ExportKind.AUDIT));

    /** Why a table doesn't. */
    private static final Map<String, String> KEPT_HERE = Map.ofEntries(
            Map.entry("link", "digests of secrets in mails"),
            Map.entry("mail", "mail on its way, without address or text"),
            Map.entry("client_removal", "work to do at the identity provider"),
            Map.entry("idempotency_key", "answers to repeat within 24 hours"),
            Map.entry("event", "ids and states of what is in the other tables, for our own services"),
            Map.entry("event_feed", "a counter"),
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
        String slug = fullShop();
        List<Map<String, ?>> items = walk(slug + "-manager", slug, 2);
        List<String> kinds = new ArrayList<>(new LinkedHashSet<>(
                items.stream().map(item -> (String) item.get("kind")).toList()));
        assertEquals(Arrays.stream(ExportKind.values()).map(ExportKind::word).toList(), kinds);
        long different = items.stream()
                .map(item -> item.get("kind") + "/" + item.get("id"))
                .distinct()
                .count();
        assertEquals(items.size(), different);
        // Both trails have the line that the first page of the first walk wrote.
        assertEquals(items.size(), walk(ADMIN, slug, 100).size());
    }

    @Test
    void whatComesIsWhatTheApiShows() {
        String slug = fullShop();
        String manager = slug + "-manager";
        JsonPath export = as(manager).get(EXPORT + slug + "&limit=100").jsonPath();
        same(export, "shop", as(manager).get("/api/v1/shops/{slug}", slug));
        same(export, "contact", as(manager).get("/api/v1/shops/{slug}/contact", slug));
        JsonPath members = as(manager).get("/api/v1/shops/{slug}/members", slug).jsonPath();
        assertEquals(members.getList("items"), export.getList("items.findAll { it.kind == 'member' }.data"));
        JsonPath integrations =
                as(manager).get("/api/v1/shops/{slug}/integrations", slug).jsonPath();
        assertEquals(integrations.getList("items"), export.getList("items.findAll { it.kind == 'integration' }.data"));
        JsonPath assortment =
                as(manager).get("/api/v1/shops/{slug}/assortment", slug).jsonPath();
        assertEquals(assortment.getList("items"), export.getList("items.findAll { it.kind == 'assortment' }.data"));
        assertEquals(
                List.of("nieuw-" + slug + "@winkel.example"),
                export.getList("items.findAll { it.kind == 'member-invitation' }.data.email"));
        assertEquals(List.of("groep-" + slug), export.getList("items.findAll { it.kind == 'group' }.data.slug"));
        assertTrue(export.getList("items.findAll { it.kind == 'member' }.data.email")
                .contains(manager + "@winkel.example"));
    }

    @Test
    void whatASpreadsheetSaidOfTheShopComesToo() {
        String slug = newShop();
        String name = "Wereldwinkel " + slug;
        imported("slug;naam;plaats;mail;contactpersoon\n%s;%s;Zeist;post@%s.example;Anja\n".formatted(slug, name, slug))
                .then()
                .body("rows.outcome", contains("changed"));
        patching(slug + "-manager", 1, "{\"town\": \"Driebergen\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200);
        Map<String, Object> said = new HashMap<>();
        said.put("name", name);
        said.put("town", "Zeist");
        said.put("website", null);
        said.put("mailbox", "post@" + slug + ".example");
        said.put("contact", "Anja");
        said.put("telephone", null);
        as(slug + "-manager")
                .get(EXPORT + slug + "&limit=100")
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'import' }.data", equalTo(said))
                .body("items.find { it.kind == 'shop' }.data.town", equalTo("Driebergen"));
    }

    @Test
    void noSecretGoesAlong() {
        String slug = newShop();
        String secret = as(ADMIN)
                .body(Map.of("name", "Webshop", "scopes", List.of("library:read")))
                .post("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .statusCode(201)
                .extract()
                .path("clientSecret");
        as(ADMIN)
                .get(EXPORT + slug)
                .then()
                .statusCode(200)
                .body("items.kind", hasItem("integration"))
                .body(not(containsString(secret)))
                .body(not(containsString("clientSecret")));
    }

    @Test
    void nothingOfAnotherShopIsInIt() {
        String slug = newShop();
        String other = fullShop();
        as(slug + "-manager")
                .get(EXPORT + slug + "&limit=100")
                .then()
                .statusCode(200)
                .body(not(containsString(other + "-")))
                .body(not(containsString("\"" + other + "\"")));
    }

    @Test
    void itIsWrittenDownOnceWhoTookIt() {
        String slug = newShop();
        String member = as(slug + "-manager").get("/api/v1/me").path("shops[0].member");
        walk(slug + "-manager", slug, 2);
        as(slug + "-manager")
                .get("/api/v1/audit/shops?shop={shop}", slug)
                .then()
                .body("items.findAll { it.action == 'shop.exported' }.member", contains(member));
    }

    @Test
    void whoNamesNoShopHearsThatItIsMissing() {
        as(ADMIN).get("/api/v1/exports/shops").then().statusCode(422).body("violations.pointer", contains("#shop"));
    }

    @Test
    void aPageOfAnotherShopIsRefused() {
        String slug = newShop();
        String token = as(ADMIN).get(EXPORT + slug + "&limit=1").path("nextPageToken");
        as(ADMIN)
                .get(EXPORT + newShop() + "&pageToken=" + token)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://etalage.nl/problems/invalid-page-token"));
    }

    private static void same(JsonPath export, String kind, Response answer) {
        assertEquals(answer.jsonPath().getMap("$"), export.getMap("items.find { it.kind == '" + kind + "' }.data"));
    }

    private static List<Map<String, ?>> walk(String who, String slug, int limit) {
        List<Map<String, ?>> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as(who).get(EXPORT + slug + "&limit=" + limit + next)
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

    private static Response imported(String table) {
        return as(ADMIN)
                .config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv")
                .body(table.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/shops/import");
    }

    /** A shop from a table that was asked to join, with people, a machine, a group and somebody invited. */
    private static String fullShop() {
        String slug = newSlug();
        String group = "groep-" + slug;
        as(ADMIN)
                .body(Map.of("slug", group, "name", "Groep"))
                .post("/api/v1/groups")
                .then()
                .statusCode(201);
        as(ADMIN)
                .body(Map.of("slug", slug, "name", slug, "state", "candidate", "groups", List.of(group)))
                .post("/api/v1/shops")
                .then()
                .statusCode(201);
        patching(ADMIN, 0, "{\"mailbox\": \"%s@winkel.example\", \"contact\": \"Anja\"}".formatted(slug))
                .patch("/api/v1/shops/{slug}/contact", slug)
                .then()
                .statusCode(200);
        as(ADMIN)
                .body(Map.of("wave", "w", "shops", List.of(slug)))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201);
        imported("slug;naam\n%s;%s\n".formatted(slug, slug)).then().body("rows.outcome", contains("unchanged"));
        addMember(slug, slug + "-manager", "manager");
        addMember(slug, slug + "-publisher", "publisher");
        bind(slug, "client-" + slug, "library:read");
        as(slug + "-manager")
                .body(Map.of("email", "nieuw-" + slug + "@winkel.example", "name", "Bea", "role", "contributor"))
                .post("/api/v1/shops/{slug}/member-invitations", slug)
                .then()
                .statusCode(201);
        as(slug + "-manager")
                .body("{\"items\": [{\"sku\": \"A1\", \"brand\": \"Huila\"}, {\"gtin\": \"96385074\"}]}")
                .put("/api/v1/shops/{slug}/assortment", slug)
                .then()
                .statusCode(200);
        patching(ADMIN, 0, "{\"state\": \"active\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200);
        return slug;
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
