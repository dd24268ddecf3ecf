package nl.etalage.shops.access;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.addMember;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.etalage.shops.MailServer;
import nl.etalage.shops.Network;
import nl.etalage.testing.access.AccessCallers;
import nl.etalage.testing.access.AccessMatrix;
import nl.etalage.testing.access.AccessRequest;
import nl.etalage.testing.access.Whose;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation by every kind of caller, as docs/access.md says. See CONTRIBUTING.md for how to add one. */
@QuarkusTest
class AccessMatrixTest {

    private static final Path CONTRACT = Path.of("openapi.yaml");
    private static final String SCOPES = "library:read assortment:write publications:write";

    /** Makes each change a change. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static AccessMatrix matrix;
    private static String own;
    private static String foreign;

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    static List<String> operations() {
        return AccessMatrix.operationIds(CONTRACT);
    }

    @BeforeEach
    void theNetwork() {
        if (matrix != null) {
            return;
        }
        own = newShop();
        foreign = newShop();
        central("coach", "coach");
        central("editor", "editor");
        bind(own, "client-" + own, SCOPES.split(" "));
        bind(own, "narrow-" + own, "publications:write");
        AccessCallers callers = AccessCallers.around(
                own, SCOPES, "publications:write", UUID.randomUUID().toString());
        matrix = new AccessMatrix(CONTRACT, Path.of("../docs/access.md"), "shops-service", callers, Network::anonymous)
                .audited(() -> auditLines(worker));
        shops();
        assortments();
        members();
        integrations();
        network();
        joining();
        invitations();
        fillLists();
    }

    /** Lists have something to show. */
    private static void fillLists() {
        newGroup();
        invite(newCandidate());
        newMemberInvitation(own);
        centralInvitation(Whose.OWN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void answersAsTheTableSays(String operation) {
        matrix.prove(operation);
    }

    @Test
    void everyRowIsAskedForAndEveryCaseHasARow() {
        matrix.proveComplete();
    }

    private static long auditLines(javax.sql.DataSource worker) {
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM audit")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void shops() {
        matrix.plain("listShops", AccessRequest::plain);
        matrix.plain("createShop", () -> AccessRequest.plain()
                .json("{\"slug\": \"%s\", \"name\": \"Wereldwinkel\"}".formatted(newSlug())));
        matrix.target("readShop", AccessMatrixTest::inShop);
        matrix.target("changeShop", whose -> inShop(whose)
                .version(shopVersion(whose))
                .patch("{\"town\": \"Zeist %d\"}".formatted(NUMBER.incrementAndGet())));
        matrix.target("changeShop its groups", whose -> inShop(whose)
                .version(shopVersion(whose))
                .patch("{\"groups\": [\"%s\"]}".formatted(newGroup())));
        matrix.target("listAudit", whose -> AccessRequest.plain().query("shop", slug(whose)));
        matrix.target("exportShops", whose -> AccessRequest.plain().query("shop", slug(whose)));
    }

    private static void assortments() {
        matrix.target("readAssortment", AccessMatrixTest::inShop);
        matrix.target("replaceAssortment", whose -> inShop(whose)
                .json(
                        """
                        {"items": [{"gtin": "8712345678906", "sku": "A1", "brand": "Huila", "title": "Koffie %d"}]}"""
                                .formatted(NUMBER.incrementAndGet())));
        matrix.target(
                "importAssortment",
                whose -> new AccessRequest(
                        Map.of("slug", slug(whose)),
                        Map.of(),
                        null,
                        "text/csv",
                        "SKU,Brand,Name\nA1,Huila,Koffie %d".formatted(NUMBER.incrementAndGet()),
                        null));
    }

    private static void members() {
        String person = "{\"subject\": \"%s\", \"name\": \"Anja\", \"role\": \"publisher\"}";
        matrix.target("listMembers", AccessMatrixTest::inShop);
        matrix.target("addMember", whose -> inShop(whose).json(person.formatted(UUID.randomUUID())));
        row("readMember", AccessMatrixTest::newMember, request -> request);
        row("changeMember", AccessMatrixTest::newMember, request -> request.version(0)
                .patch("{\"name\": \"Bea\"}"));
        row("removeMember", AccessMatrixTest::newMember, request -> request.version(0));
    }

    private static void integrations() {
        String client = "{\"clientId\": \"%s\", \"name\": \"Webshop\", \"scopes\": [\"library:read\"]}";
        matrix.target("listIntegrations", AccessMatrixTest::inShop);
        matrix.target("addIntegration", whose -> inShop(whose).json(client.formatted(UUID.randomUUID())));
        row("readIntegration", AccessMatrixTest::newIntegration, request -> request);
        row("changeIntegration", AccessMatrixTest::newIntegration, request -> request.version(0)
                .patch("{\"name\": \"Kassa\"}"));
        row("removeIntegration", AccessMatrixTest::newIntegration, request -> request.version(0));
        row("readIntegrationUse", AccessMatrixTest::newIntegration, request -> request);
        row("rotateIntegration", AccessMatrixTest::madeIntegration, request -> request.version(0)
                .json("{}"));
    }

    private static void network() {
        matrix.plain("readMe", AccessRequest::plain);
        matrix.plain(
                "erasePerson", () -> AccessRequest.plain().json("{\"subject\": \"%s\"}".formatted(UUID.randomUUID())));
        matrix.plain("listMergeFields", AccessRequest::plain);
        matrix.plain("listGroups", AccessRequest::plain);
        matrix.plain("createGroup", () -> AccessRequest.plain()
                .json("{\"slug\": \"%s\", \"name\": \"Groep\"}".formatted(newSlug())));
        matrix.target("readGroup", AccessMatrixTest::group);
        matrix.target("changeGroup", whose -> group(whose).version(0).patch("{\"name\": \"Andere\"}"));
        matrix.target("deleteGroup", whose -> group(whose).version(0));
        matrix.plain("listCentralMembers", AccessRequest::plain);
        matrix.plain("addCentralMember", () -> AccessRequest.plain()
                .json("{\"subject\": \"%s\", \"name\": \"Kim\", \"role\": \"coach\"}".formatted(UUID.randomUUID())));
        matrix.target("readCentralMember", AccessMatrixTest::centralMember);
        matrix.target(
                "changeCentralMember", whose -> centralMember(whose).version(0).patch("{\"name\": \"Lou\"}"));
        matrix.target("removeCentralMember", whose -> centralMember(whose).version(0));
    }

    private static void joining() {
        matrix.plain(
                "importShops",
                () -> new AccessRequest(
                        Map.of(), Map.of(), null, "text/csv", "naam,plaats\n" + newSlug() + ",Zeist", null));
        matrix.target("readContact", AccessMatrixTest::inShop);
        matrix.target("changeContact", whose -> inShop(whose)
                .version(contactVersion(whose))
                .patch("{\"contact\": \"Anja de Boer %d\"}".formatted(NUMBER.incrementAndGet())));
        matrix.plain("listInvitations", AccessRequest::plain);
        matrix.plain("inviteShops", () -> AccessRequest.plain()
                .json("{\"wave\": \"Voorjaar\", \"shops\": [\"%s\"]}".formatted(newCandidate())));
        matrix.target("readInvitation", AccessMatrixTest::invitation);
        matrix.target("renewInvitation", AccessMatrixTest::invitation);
        matrix.target("revokeInvitation", AccessMatrixTest::invitation);
        matrix.target("readJoining", AccessMatrixTest::joiningLink);
        matrix.target("answerJoining", whose -> joiningLink(whose).json("{\"answer\": \"later\"}"));
    }

    private static void invitations() {
        String person = "{\"email\": \"%s@winkel.example\", \"name\": \"Anja\", \"role\": \"publisher\"}";
        matrix.target("listMemberInvitations", AccessMatrixTest::inShop);
        matrix.target("inviteMember", whose -> inShop(whose).json(person.formatted(UUID.randomUUID())));
        row("resendMemberInvitation", AccessMatrixTest::newMemberInvitation, AccessMatrixTest::current);
        row("revokeMemberInvitation", AccessMatrixTest::newMemberInvitation, AccessMatrixTest::current);
        String colleague = person.replace("publisher", "coach");
        matrix.plain("listCentralMemberInvitations", AccessRequest::plain);
        matrix.plain("inviteCentralMember", () -> AccessRequest.plain().json(colleague.formatted(UUID.randomUUID())));
        matrix.target("resendCentralMemberInvitation", AccessMatrixTest::centralInvitation);
        matrix.target("revokeCentralMemberInvitation", AccessMatrixTest::centralInvitation);
        matrix.target("readMembershipOffer", whose -> AccessRequest.at("token", membershipSecret(whose)));
        // With a link that opens nothing: whoever became a member would be no stranger to the cases after this one.
        matrix.plain("becomeMember", () -> AccessRequest.plain().json("{\"token\": \"%s\"}".formatted("A".repeat(43))));
        matrix.example("becomeMember", () -> AccessRequest.plain()
                .json("{\"token\": \"%s\"}".formatted(membershipSecret(Whose.OWN))));
        // A machine, which is never a member: MemberInvitationsTest.
        matrix.without("becomeMember", "unbound client");
    }

    /** What lies in a shop is asked for by its own path, and by the path of the caller's shop. */
    private static void row(
            String operation, Function<String, String> make, Function<AccessRequest, AccessRequest> ask) {
        matrix.target(operation, whose -> ask.apply(inShop(whose).and("id", id(whose, make))));
        matrix.target(
                operation + " by the own shop's path",
                whose -> ask.apply(AccessRequest.at("slug", own).and("id", id(whose, make))));
    }

    private static AccessRequest inShop(Whose whose) {
        return AccessRequest.at("slug", slug(whose));
    }

    private static String slug(Whose whose) {
        return switch (whose) {
            case OWN -> own;
            case FOREIGN -> foreign;
            case ABSENT -> "nergens";
        };
    }

    private static long shopVersion(Whose whose) {
        return whose == Whose.ABSENT
                ? 0
                : as(ADMIN).get("/api/v1/shops/{slug}", slug(whose)).jsonPath().getLong("version");
    }

    private static String id(Whose whose, Function<String, String> make) {
        return whose == Whose.ABSENT ? UUID.randomUUID().toString() : make.apply(slug(whose));
    }

    private static String newMember(String slug) {
        return addMember(slug, UUID.randomUUID().toString(), "publisher");
    }

    private static String newIntegration(String slug) {
        return bind(slug, UUID.randomUUID().toString(), "library:read");
    }

    private static String madeIntegration(String slug) {
        return as(ADMIN)
                .body("{\"name\": \"Webshop\", \"scopes\": [\"library:read\"]}")
                .post("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static AccessRequest group(Whose whose) {
        return AccessRequest.at("group", whose == Whose.ABSENT ? "nergens" : newGroup());
    }

    private static String newGroup() {
        String slug = newSlug();
        as(ADMIN)
                .body("{\"slug\": \"%s\", \"name\": \"Groep\"}".formatted(slug))
                .post("/api/v1/groups")
                .then()
                .statusCode(201);
        return slug;
    }

    private static AccessRequest centralMember(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("id", UUID.randomUUID());
        }
        String id = as(ADMIN)
                .body("{\"subject\": \"%s\", \"name\": \"Kim\", \"role\": \"coach\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/central/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return AccessRequest.at("id", id);
    }

    private static long contactVersion(Whose whose) {
        return whose == Whose.ABSENT
                ? 0
                : as(ADMIN)
                        .get("/api/v1/shops/{slug}/contact", slug(whose))
                        .jsonPath()
                        .getLong("version");
    }

    private static String newCandidate() {
        String slug = newSlug();
        as(ADMIN)
                .body(Map.of("slug", slug, "name", slug, "state", "candidate"))
                .post("/api/v1/shops")
                .then()
                .statusCode(201);
        patching(ADMIN, 0, "{\"mailbox\": \"%s@winkel.example\"}".formatted(slug))
                .patch("/api/v1/shops/{slug}/contact", slug)
                .then()
                .statusCode(200);
        return slug;
    }

    /** An invitation whose mail has gone, so that its version stands still. */
    private static AccessRequest invitation(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("id", UUID.randomUUID()).version(0);
        }
        String slug = newCandidate();
        invite(slug);
        Awaitility.await().until(() -> as(ADMIN)
                .get("/api/v1/invitations?shop=" + slug)
                .jsonPath()
                .getString("items[0].state")
                .equals("sent"));
        JsonPath found = as(ADMIN).get("/api/v1/invitations?shop=" + slug).jsonPath();
        return AccessRequest.at("id", found.getString("items[0].id")).version(found.getLong("items[0].version"));
    }

    private static void invite(String slug) {
        as(ADMIN)
                .body(Map.of("wave", "Voorjaar", "shops", List.of(slug)))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201);
    }

    private static AccessRequest joiningLink(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("token", "A".repeat(43));
        }
        String slug = newCandidate();
        invite(slug);
        return AccessRequest.at("token", MailServer.secret(MailServer.awaitMail(slug + "@winkel.example", 1)));
    }

    private static String newMemberInvitation(String slug) {
        return invited(
                "/api/v1/shops/" + slug + "/member-invitations", UUID.randomUUID() + "@winkel.example", "publisher");
    }

    private static AccessRequest centralInvitation(Whose whose) {
        return current(AccessRequest.at(
                "id",
                whose == Whose.ABSENT
                        ? UUID.randomUUID().toString()
                        : invited(
                                "/api/v1/central/member-invitations",
                                UUID.randomUUID() + "@centraal.example",
                                "coach")));
    }

    /** Answers the id, once the mail has gone and the version stands still. */
    private static String invited(String path, String email, String role) {
        String id = as(ADMIN)
                .body(Map.of("email", email, "name", "Anja", "role", role))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await().until(() -> as(ADMIN)
                .get(path + "?limit=100")
                .jsonPath()
                .<String>getList("items.findAll { it.email == '%s' && it.state == 'sent' }.id".formatted(email))
                .contains(id));
        return id;
    }

    /** An invitation was changed twice by sending its mail: the link, and that it went. */
    private static AccessRequest current(AccessRequest request) {
        return request.version(2);
    }

    private static String membershipSecret(Whose whose) {
        if (whose == Whose.ABSENT) {
            return "A".repeat(43);
        }
        String email = UUID.randomUUID() + "@winkel.example";
        // A shop of its own, for one person can become a member of the same shop once.
        String shop = newSlug();
        Network.newShop(shop);
        invited("/api/v1/shops/" + shop + "/member-invitations", email, "publisher");
        return MailServer.secret(MailServer.awaitMail(email, 1));
    }
}
