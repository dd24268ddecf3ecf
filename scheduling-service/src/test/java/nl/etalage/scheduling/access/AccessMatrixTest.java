package nl.etalage.scheduling.access;

import static org.awaitility.Awaitility.await;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.etalage.scheduling.Adaptation;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.Tokens;
import nl.etalage.testing.access.AccessCallers;
import nl.etalage.testing.access.AccessMatrix;
import nl.etalage.testing.access.AccessRequest;
import nl.etalage.testing.access.Whose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation by every kind of caller, as docs/access.md says. See CONTRIBUTING.md for how to add one. */
@QuarkusTest
class AccessMatrixTest {

    private static final Path CONTRACT = Path.of("openapi.yaml");
    private static final String SCOPES = "publications:write";
    private static final String NARROW = "library:read";

    /** Makes each change a change. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static AccessMatrix matrix;
    private static AccessTargets targets;

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
        Winkel own = Winkel.open();
        Winkel foreign = Winkel.open();
        Winkel.tellShop("landelijk", "central");
        List.of("coach", "editor", "admin").forEach(role -> Winkel.tellMember(null, role, role, false));
        tellIntegration(own.slug(), "client-" + own.slug(), SCOPES);
        tellIntegration(own.slug(), "narrow-" + own.slug(), NARROW);
        // Events come in order: who knows the last of them knows them all.
        String last = own.slug() + "-last";
        Winkel.tellMember(own.slug(), last, "webmaster", false);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Winkel.with(Tokens.person(last))
                                .get("/api/v1/channels?shop=" + own.slug())
                                .statusCode()
                        == 200);
        targets = new AccessTargets(own, foreign, worker);
        recall(own);
        AccessCallers callers = AccessCallers.around(
                own.slug(), SCOPES, NARROW, UUID.randomUUID().toString());
        matrix = new AccessMatrix(
                        CONTRACT, Path.of("../docs/access.md"), "scheduling-service", callers, Winkel::anonymous)
                .audited(() -> auditLines(worker));
        channels();
        lists();
        planning();
        actions();
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

    private static void channels() {
        String channel = "{\"shop\": \"%s\", \"platform\": \"assisted\", \"account\": \"Facebook\"}";
        matrix.target("listChannels", AccessMatrixTest::ofShop);
        matrix.plain("listChannels of the network's own shop", () -> AccessRequest.plain()
                .query("shop", "landelijk"));
        matrix.target("connectChannel", whose -> AccessRequest.plain().json(channel.formatted(targets.slug(whose))));
        matrix.target("readChannel", targets::channel);
        matrix.target("changeChannel", whose -> targets.channel(whose)
                .patch("{\"purpose\": \"Laten zien wat er nieuw is %d\"}".formatted(NUMBER.incrementAndGet())));
        matrix.target("verifyChannel", targets::channel);
        matrix.target("disconnectChannel", targets::channel);
    }

    private static void lists() {
        matrix.target("listNotices", AccessMatrixTest::ofShop);
        matrix.target("listPublications", AccessMatrixTest::ofShop);
        matrix.target("listRecalls", AccessMatrixTest::ofShop);
        matrix.plain("listRecalls of every shop one may see", AccessRequest::plain);
        matrix.target("auditDelivery", AccessMatrixTest::ofShop);
        matrix.target("exportDelivery", AccessMatrixTest::ofShop);
    }

    private static void planning() {
        matrix.target("planPublication", whose -> targets.plan(whose, whose, whose));
        matrix.target("planPublication by whose channel", whose -> targets.plan(Whose.OWN, whose, Whose.OWN));
        matrix.target("planPublication by whose text", whose -> targets.plan(Whose.OWN, Whose.OWN, whose));
        matrix.target("readPublication", whose -> targets.publication(whose, "contributor", null));
        matrix.target("movePublication", whose -> targets.publication(whose, "contributor", null)
                .patch("{\"localTime\": \"2027-06-06T11:00\"}"));
        matrix.target("movePublication a colleague's", whose -> targets.publication(whose, "manager", null)
                .patch("{\"localTime\": \"2027-06-06T11:00\"}"));
    }

    private static void actions() {
        String outcome = "{\"outcome\": \"failed\"}";
        matrix.target("approve", whose -> targets.publication(whose, "contributor", null));
        matrix.target("reject", whose -> targets.publication(whose, "contributor", null)
                .json("{\"reason\": \"De prijs klopt niet.\"}"));
        matrix.target("cancel", whose -> targets.publication(whose, "contributor", null));
        matrix.target("cancel a colleague's", whose -> targets.publication(whose, "manager", null));
        matrix.target("refresh", whose -> targets.publication(whose, "contributor", null));
        matrix.target("refresh a colleague's", whose -> targets.publication(whose, "manager", null));
        matrix.target("retry", whose -> targets.publication(whose, "contributor", "failed")
                .json("{\"localTime\": \"2027-06-06T11:00\"}"));
        matrix.target("retry a colleague's", whose -> targets.publication(whose, "manager", "failed")
                .json("{\"localTime\": \"2027-06-06T11:00\"}"));
        matrix.target("resolve", whose -> targets.publication(whose, "contributor", "unknown")
                .json(outcome));
        matrix.target("done", whose -> targets.publication(whose, "manager", "publishing")
                .json("{\"posted\": true}"));
    }

    /** Something was recalled, and a person must take it away: so that lists have something to show. */
    private static void recall(Winkel shop) {
        Adaptation text = shop.adaptation("De koffie is terug");
        String publication =
                shop.plan("publisher", shop.assisted(), text, Winkel.in(2)).path("id");
        shop.awaitState(publication, "publishing");
        shop.act("publisher", publication, "done", "{\"posted\":true,\"permalink\":\"https://facebook.example/1\"}")
                .then()
                .statusCode(200);
        text.withdrawn("mistake");
        shop.awaitState(publication, "removing");
    }

    private static AccessRequest ofShop(Whose whose) {
        return AccessRequest.plain().query("shop", targets.slug(whose));
    }

    private static void tellIntegration(String shop, String clientId, String scope) {
        UUID id = UUID.randomUUID();
        Neighbours.shops()
                .feed("/events")
                .append(
                        "nl.etalage.shops.integration.changed.v1",
                        "integration/" + id,
                        """
                        {"id":"%s","shop":"%s","issuer":"%s","clientId":"%s","scopes":["%s"],"state":"active",
                         "until":null,"version":1}"""
                                .formatted(id, shop, Tokens.issuer(), clientId, scope));
    }
}
