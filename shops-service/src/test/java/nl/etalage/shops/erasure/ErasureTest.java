package nl.etalage.shops.erasure;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.etalage.shops.MailServer;
import nl.etalage.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Who asks to be forgotten is, everywhere. */
@QuarkusTest
class ErasureTest {

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private final String subject = "xandra-" + number;
    private final String surname = "Vergeetmij " + number;
    private final String name = "Xandra \"Xan\" " + surname;
    private final String email = "xandra." + number + "@vergeet.example";

    @Test
    void nothingNamesThePersonAnyMore() throws SQLException {
        String slug = newShop();
        String other = newShop();
        String member = takesPart(slug, "manager");
        takesPart(other, "publisher");
        central(subject, "coach");
        isTheContact(slug);
        isImported();
        isInvitedAndComes(newShop());
        as(subject)
                .header("Idempotency-Key", "mijn-" + number)
                .body(Map.of("email", number + "@iemand.example", "name", "Iemand", "role", "publisher"))
                .post("/api/v1/shops/{slug}/member-invitations", slug)
                .then()
                .statusCode(201);
        assertEquals(
                Set.of("event", "idempotency_key", "imported_shop", "member", "member_invitation", "shop_contact"),
                holding(subject, surname, email));

        erase(Map.of("subject", subject))
                .then()
                .statusCode(200)
                .body("memberships", equalTo(4))
                .body("removed.invitations", equalTo(1))
                .body("removed.contacts", equalTo(1))
                .body("removed.imports", equalTo(1))
                .body("removed.events", equalTo(4))
                .body(not(containsString(number)));

        assertEquals(Set.of(), holding(subject, surname, email));
        as(subject).get("/api/v1/me").then().body("shops", equalTo(List.of())).body("central", equalTo(null));
        as(slug + "-manager")
                .get("/api/v1/audit/shops?shop={slug}", slug)
                .then()
                .body("items.findAll { it.action == 'member.removed' }.subject", contains("member/" + member))
                .body("items.member", hasItem(member));
    }

    @Test
    void theAnswerSaysWhatRemainsToBeDoneByHand() {
        String slug = newShop();
        takesPart(slug, "publisher");
        erase(Map.of("subject", subject))
                .then()
                .statusCode(200)
                .body(
                        "remaining",
                        contains(
                                "Verwijder ook het account van deze persoon bij " + Tokens.issuer()
                                        + ". Dat kan Etalage niet.",
                                "In het toegangslogboek en in reservekopieën staat de persoon nog tot die verlopen, en"
                                        + " wat mensen zelf in teksten schreven blijft staan."));
    }

    @Test
    void whoASpreadsheetNamesComesBackUnlessItIsTakenOutThere() throws SQLException {
        isImported();
        as(ADMIN)
                .header("Accept-Language", "en")
                .body(Map.of("email", email))
                .post("/api/v1/people/erasures")
                .then()
                .statusCode(200)
                .body("removed.imports", equalTo(1))
                .body(
                        "remaining",
                        contains(
                                "See whether this person has an account at " + Tokens.issuer()
                                        + ", and remove it. Etalage cannot do that.",
                                "Take the name out of the file from which you import shops, too. Or the next import"
                                        + " brings it back.",
                                "The access log and backups hold the person until they expire, and what people wrote in"
                                        + " texts themselves stays."));
    }

    @Test
    void theOtherServicesHearOnlyThatTheMembershipsEnded() throws SQLException {
        String slug = newShop();
        String member = takesPart(slug, "publisher");
        erase(Map.of("member", member)).then().statusCode(200).body("memberships", equalTo(1));
        assertEquals(List.of("nl.etalage.shops.member.removed.v1"), eventsAbout(member));
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        String slug = newShop();
        String member = takesPart(slug, "publisher");
        String key = "wis-" + number;
        String first = asking(key, Map.of("member", member)).asString();
        Response second = asking(key, Map.of("member", member));
        assertEquals(first, second.asString());
        assertEquals("true", second.header("Idempotency-Replayed"));
    }

    @Test
    void aShopIsNotLeftWithoutAManagerUnlessItIsHandedOver() {
        String slug = newSlug();
        newShop(slug);
        takesPart(slug, "manager");
        erase(Map.of("subject", subject))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/erasure-needs-manager"))
                .body("shop", equalTo(slug))
                .body("detail", containsString(slug));
        as(subject).get("/api/v1/me").then().body("shops.slug", contains(slug));
        erase(Map.of("subject", subject, "handOver", true))
                .then()
                .statusCode(200)
                .body("handedOver", contains(slug));
        as(ADMIN).get("/api/v1/audit/shops?shop={slug}", slug).then().body("items.action", hasItem("shop.handed-over"));
    }

    @Test
    void nobodyErasesThemselves() {
        erase(Map.of("subject", ADMIN))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/erasure-of-oneself"));
        as(ADMIN).get("/api/v1/me").then().body("central.role", equalTo("admin"));
    }

    @Test
    void whoWasInvitedAndNeverCameIsForgottenByAddress() throws SQLException {
        String slug = newShop();
        invite(slug);
        String secret = MailServer.secret(MailServer.awaitMail(email, 1));
        erase(Map.of("email", email.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(200)
                .body("memberships", equalTo(0))
                .body("removed.invitations", equalTo(1));
        assertEquals(Set.of(), holding(surname, email));
        as(subject)
                .body(Map.of("token", secret))
                .post("/api/v1/me/memberships")
                .then()
                .statusCode(404);
    }

    @Test
    void aShopThatWasAskedAtTheirAddressIsAskedNoMore() throws SQLException {
        String slug = newSlug();
        as(ADMIN)
                .body(Map.of("slug", slug, "name", slug, "state", "candidate"))
                .post("/api/v1/shops")
                .then()
                .statusCode(201);
        patching(ADMIN, 0, "{\"mailbox\": \"%s\"}".formatted(email))
                .patch("/api/v1/shops/{slug}/contact", slug)
                .then()
                .statusCode(200);
        as(ADMIN)
                .body(Map.of("wave", "w", "shops", List.of(slug)))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201);
        String secret = MailServer.secret(MailServer.awaitMail(email, 1));
        erase(Map.of("email", email)).then().statusCode(200).body("removed.mailboxes", equalTo(1));
        assertEquals(Set.of(), holding(email));
        as(ADMIN)
                .get("/api/v1/invitations?shop=" + slug)
                .then()
                .body("items.state", contains("revoked"))
                .body("items.mailbox", contains(""));
        as(ADMIN).get("/api/v1/join/{token}", secret).then().statusCode(404);
    }

    @Test
    void aNamesakeElsewhereKeepsTheirName() {
        String slug = newShop();
        takesPart(slug, "publisher");
        String elsewhere = newShop();
        patching(ADMIN, 0, "{\"contact\": \"%s\"}".formatted(name.replace("\"", "\\\"")))
                .patch("/api/v1/shops/{slug}/contact", elsewhere)
                .then()
                .statusCode(200);
        erase(Map.of("subject", subject)).then().statusCode(200).body("removed.contacts", equalTo(0));
        as(ADMIN).get("/api/v1/shops/{slug}/contact", elsewhere).then().body("contact", equalTo(name));
    }

    @Test
    void whoIsNamedInNoWayOrInTwoIsAskedAgain() {
        erase(Map.of()).then().statusCode(422).body("violations.pointer", contains("/member"));
        erase(Map.of("member", UUID.randomUUID().toString(), "subject", subject))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/subject"));
        erase(Map.of("member", UUID.randomUUID().toString()))
                .then()
                .statusCode(404)
                .body("type", equalTo("https://etalage.nl/problems/member-not-found"));
    }

    private String takesPart(String slug, String role) {
        return as(ADMIN)
                .header("Idempotency-Key", slug + number)
                .body(Map.of("subject", subject, "name", name, "role", role, "email", "X" + email.substring(1)))
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void isTheContact(String slug) {
        patching(ADMIN, 0, "{\"contact\": \"%s\", \"mailbox\": \"%s\"}".formatted(name.replace("\"", "\\\""), email))
                .patch("/api/v1/shops/{slug}/contact", slug)
                .then()
                .statusCode(200);
    }

    /** As a table of the central group names them; the shop's own contact says otherwise since. */
    private void isImported() throws SQLException {
        try (Connection owner = owner();
                PreparedStatement insert = owner.prepareStatement(
                        "INSERT INTO imported_shop (shop, match_key, name, mailbox, contact) VALUES (?, ?, 'Winkel', ?, ?)")) {
            String slug = newShop();
            insert.setString(1, slug);
            insert.setString(2, slug);
            insert.setString(3, email);
            insert.setString(4, name);
            insert.executeUpdate();
        }
    }

    private void invite(String slug) {
        as(slug + "-manager")
                .body(Map.of("email", email, "name", name, "role", "contributor"))
                .post("/api/v1/shops/{slug}/member-invitations", slug)
                .then()
                .statusCode(201);
    }

    private void isInvitedAndComes(String slug) {
        invite(slug);
        as(subject)
                .body(Map.of("token", MailServer.secret(MailServer.awaitMail(email, 1))))
                .post("/api/v1/me/memberships")
                .then()
                .statusCode(201);
    }

    private static Response erase(Map<String, Object> whom) {
        return as(ADMIN).body(whom).post("/api/v1/people/erasures");
    }

    private static Response asking(String key, Map<String, Object> whom) {
        return as(ADMIN).header("Idempotency-Key", key).body(whom).post("/api/v1/people/erasures");
    }

    /** The tables of this service that hold one of these texts anywhere, whatever its capitals. */
    private static Set<String> holding(String... texts) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection owner = owner()) {
            for (String table : tables(owner)) {
                try (PreparedStatement select = owner.prepareStatement(
                        "SELECT EXISTS (SELECT FROM \"%s\" t WHERE to_jsonb(t)::text ILIKE ANY (?))"
                                .formatted(table))) {
                    Object[] patterns =
                            Stream.of(texts).map(text -> "%" + text + "%").toArray();
                    select.setArray(1, owner.createArrayOf("text", patterns));
                    try (ResultSet row = select.executeQuery()) {
                        row.next();
                        if (row.getBoolean(1)) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> eventsAbout(String member) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Connection owner = owner();
                PreparedStatement select =
                        owner.prepareStatement("SELECT type FROM event WHERE subject = ? ORDER BY position")) {
            select.setString(1, "member/" + member);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    types.add(row.getString(1));
                }
            }
        }
        return types;
    }

    private static List<String> tables(Connection owner) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** Sees every row of every table. */
    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        Connection connection = DriverManager.getConnection(
                config.getValue("etalage.database.url", String.class),
                "shops_owner",
                config.getValue("etalage.database.owner-password", String.class));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.shop', '*', false)");
        }
        return connection;
    }
}
