package nl.etalage.shops.audit;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditTest {

    @Inject
    DataSource application;

    @Test
    void aChangeIsWrittenDownWithWhoDidItAndWhichFieldsButNotTheirContent() {
        String slug = newShop();
        String manager = as(slug + "-manager").get("/api/v1/me").path("shops[0].member");
        patching(slug + "-manager", 0, "{\"town\": \"Geheimstad\", \"website\": \"https://zeist.example/\"}")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("X-Forwarded-For", "203.0.113.7")
                .patch("/api/v1/shops/{slug}", slug);
        as(slug + "-manager")
                .get("/api/v1/audit/shops?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("shop.changed"))
                .body("items[0].subject", equalTo("shop/" + slug))
                .body("items[0].shop", equalTo(slug))
                .body("items[0].member", equalTo(manager))
                .body("items[0].client", nullValue())
                .body("items[0].outcome", equalTo("done"))
                .body("items[0].status", nullValue())
                .body("items[0].origin", equalTo("203.0.113.7"))
                .body("items[0].changed", contains("town", "website"))
                .body("items[0].trace", equalTo("0af7651916cd43dd8448eb211c80319c"))
                .body("items[0].at", notNullValue())
                .body(not(containsString("Geheimstad")));
    }

    @Test
    void aRequestWithoutATraceHasNone() {
        String slug = newShop();
        patching(ADMIN, 0, "{\"town\": \"Zeist\"}")
                .header("traceparent", "onzin")
                .patch("/api/v1/shops/{slug}", slug);
        as(ADMIN).get("/api/v1/audit/shops?shop=" + slug).then().body("items[0].trace", nullValue());
    }

    @Test
    void everyWriteAboutAShopIsThereNewestFirst() {
        String slug = newShop();
        String integration = bind(slug, "client-" + slug, "library:read");
        patching(ADMIN, 0, "{\"state\": \"paused\"}")
                .patch("/api/v1/shops/{slug}/integrations/{id}", slug, integration);
        as(ADMIN).header("If-Match", "\"1\"").delete("/api/v1/shops/{slug}/integrations/{id}", slug, integration);
        as(ADMIN)
                .get("/api/v1/audit/shops?shop=" + slug)
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains(
                                "integration.removed",
                                "integration.changed",
                                "integration.added",
                                "member.added",
                                "member.added",
                                "member.added",
                                "member.added",
                                "shop.created"));
    }

    @Test
    void aRefusedWriteIsWrittenDownAlthoughItsTransactionIsGone() {
        String slug = newShop();
        String manager = as(slug + "-manager").get("/api/v1/me").path("shops[0].member");
        patching(slug + "-manager", 0, "{\"state\": \"closed\"}")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("X-Forwarded-For", "203.0.113.8")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(403);
        as(slug + "-manager")
                .get("/api/v1/audit/shops?limit=1")
                .then()
                .body("items[0].action", equalTo("changeShop"))
                .body("items[0].subject", equalTo("/api/v1/shops/" + slug))
                .body("items[0].outcome", equalTo("refused"))
                .body("items[0].status", equalTo(403))
                .body("items[0].shop", equalTo(slug))
                .body("items[0].member", equalTo(manager))
                .body("items[0].origin", equalTo("203.0.113.8"))
                .body("items[0].trace", equalTo("0af7651916cd43dd8448eb211c80319c"))
                .body("items[0].unwritten", equalTo(0));
    }

    @Test
    void whoTriesAnotherShopIsSeenByTheirOwnManagerAndNotByTheOther() {
        String slug = newShop();
        String other = newShop();
        patching(slug + "-webmaster", 0, "{\"town\": \"Zeist\"}")
                .patch("/api/v1/shops/{slug}", other)
                .then()
                .statusCode(404);
        as(slug + "-manager")
                .get("/api/v1/audit/shops?limit=1")
                .then()
                .body("items[0].subject", equalTo("/api/v1/shops/" + other))
                .body("items[0].shop", equalTo(slug))
                .body("items[0].status", equalTo(404));
        as(other + "-manager")
                .get("/api/v1/audit/shops?limit=100")
                .then()
                .body("items.outcome", everyItem(equalTo("done")));
    }

    @Test
    void aRefusedMachineIsNamedByItsClient() {
        String slug = newShop();
        bind(slug, "client-" + slug, "library:read");
        with(Tokens.machine("client-" + slug, "library:read"))
                .body("{\"subject\": \"x\", \"name\": \"x\", \"role\": \"manager\"}")
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(403);
        as(slug + "-manager")
                .get("/api/v1/audit/shops?limit=1")
                .then()
                .body("items[0].client", equalTo("client-" + slug))
                .body("items[0].member", nullValue())
                .body("items[0].action", equalTo("addMember"));
    }

    @Test
    void withoutAValidCredentialNothingIsWritten() {
        String slug = newShop();
        with(Tokens.forged())
                .body("{}")
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(401);
        as(ADMIN).get("/api/v1/audit/shops?shop=" + slug).then().body("items.outcome", everyItem(equalTo("done")));
    }

    @Test
    void aManagerReadsAboutTheOwnShopOnly() {
        String slug = newShop();
        String other = newShop();
        as(slug + "-manager")
                .get("/api/v1/audit/shops?limit=100")
                .then()
                .statusCode(200)
                .body("items.shop", everyItem(equalTo(slug)));
        as(slug + "-manager")
                .get("/api/v1/audit/shops?shop=" + other)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "contributor", "webmaster"})
    void othersOfTheShopDoNotReadIt(String role) {
        String slug = newShop();
        as(slug + "-" + role).get("/api/v1/audit/shops").then().statusCode(403);
    }

    @Test
    void itIsPagedWithoutGapsOrRepeats() {
        String slug = newShop();
        String token = as(ADMIN)
                .get("/api/v1/audit/shops?limit=4&shop=" + slug)
                .then()
                .body("items.action", everyItem(equalTo("member.added")))
                .extract()
                .path("nextPageToken");
        as(ADMIN)
                .queryParam("pageToken", token)
                .get("/api/v1/audit/shops?limit=4&shop=" + slug)
                .then()
                .body("items.action", contains("shop.created"))
                .body("nextPageToken", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit SET action = 'x'", "DELETE FROM audit", "TRUNCATE audit", "DROP TABLE audit"})
    void theApplicationCanNeitherChangeNorRemoveIt(String sql) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
            // Insufficient privilege, see PostgreSQL's appendix on error codes.
            assertTrue(refused.getSQLState().equals("42501"), refused.getMessage());
        }
    }
}
