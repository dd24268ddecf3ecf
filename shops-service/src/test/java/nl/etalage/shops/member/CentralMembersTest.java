package nl.etalage.shops.member;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.shops.AtOnce;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CentralMembersTest {

    @Inject
    BootstrapAdmin bootstrapAdmin;

    @Inject
    RowSecurity rowSecurity;

    @Inject
    EntityManager entities;

    @Test
    void theBootstrapAdminIsTheFirstAdmin() {
        as(ADMIN)
                .get("/api/v1/central/members?limit=100")
                .then()
                .statusCode(200)
                .body("items.find { it.subject == 'admin' }.role", equalTo("admin"))
                .body("items.shop", everyItem(nullValue()));
    }

    @Test
    void anAdminMakesAnEditor() {
        as(ADMIN)
                .body(Map.of("subject", "redactie", "name", "Redactie", "role", "editor"))
                .post("/api/v1/central/members")
                .then()
                .statusCode(201)
                .body("role", equalTo("editor"))
                .body("shop", nullValue());
        as("redactie")
                .get("/api/v1/central/members?limit=100")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem("redactie"));
    }

    @Test
    void aRoleOfAShopIsNoCentralRole() {
        as(ADMIN)
                .body(Map.of("subject", "x", "name", "X", "role", "manager"))
                .post("/api/v1/central/members")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/role"));
    }

    @Test
    void aManagerOfAShopSeesNoCentralMembers() {
        String slug = newShop();
        as(slug + "-manager").get("/api/v1/central/members").then().statusCode(403);
        as("stranger").get("/api/v1/central/members").then().statusCode(403);
    }

    @Test
    void anEditorAddsNoColleagues() {
        central("editor", "editor");
        as("editor")
                .body(Map.of("subject", "x", "name", "X", "role", "editor"))
                .post("/api/v1/central/members")
                .then()
                .statusCode(403);
    }

    @Test
    void theLastAdminStaysWhoeverAsks() {
        String admin =
                as(ADMIN).get("/api/v1/central/members?limit=100").path("items.find { it.subject == 'admin' }.id");
        as(ADMIN)
                .header("If-Match", "*")
                .delete("/api/v1/central/members/{id}", admin)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/last-admin"));
        patching(ADMIN, 0, "{\"role\": \"editor\"}")
                .patch("/api/v1/central/members/{id}", admin)
                .then()
                .statusCode(409);
    }

    @Test
    void aCoachGoes() {
        String coach = as(ADMIN)
                .body(Map.of("subject", "coach-die-gaat", "name", "Coach", "role", "coach"))
                .post("/api/v1/central/members")
                .path("id");
        as(ADMIN)
                .header("If-Match", "\"0\"")
                .delete("/api/v1/central/members/{id}", coach)
                .then()
                .statusCode(204);
        as("coach-die-gaat").get("/api/v1/central/members").then().statusCode(403);
    }

    @Test
    void anotherBootstrapAdminIsIgnoredOnceThereIsOne() {
        assertFalse(bootstrapAdmin.makeIfNone(Tokens.issuer() + "|someone-else"));
        as("someone-else").get("/api/v1/me").then().body("central", nullValue());
    }

    @Test
    void ofManyStartsAtOnceOneMakesTheAdmin() throws Exception {
        // The admins step aside until the end of the test, which the other tests need them for.
        QuarkusTransaction.requiringNew().run(() -> setAdminsRole("coach"));
        try {
            Callable<Boolean> start = () -> bootstrapAdmin.makeIfNone(Tokens.issuer() + "|late-admin");
            assertEquals(List.of(false, false, false, true), AtOnce.sorted(start, start, start, start));
            as("late-admin").get("/api/v1/me").then().body("central.role", equalTo("admin"));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> {
                rowSecurity.enterAll();
                entities.createNativeQuery("DELETE FROM member WHERE subject = 'late-admin'")
                        .executeUpdate();
            });
            QuarkusTransaction.requiringNew().run(() -> setAdminsRole("admin"));
        }
    }

    @Test
    void aBootstrapAdminOfAnotherFormIsRefused() {
        for (String setting : List.of("admin", "|admin", "https://issuer.example|")) {
            assertThrows(IllegalArgumentException.class, () -> bootstrapAdmin.makeIfNone(setting), setting);
        }
    }

    @Test
    void theEventOfACentralMemberNamesNoShop() {
        String member = as(ADMIN)
                .body(Map.of("subject", "nieuwe-coach", "name", "Coach", "role", "coach"))
                .post("/api/v1/central/members")
                .path("id");
        Map<String, Object> event = eventOf("member/" + member);
        assertFalse(event.containsKey("shop"), event.toString());
        assertEquals("coach", event.get("role"));
    }

    /** What the feed says of a subject, however much others wrote before. */
    private static Map<String, Object> eventOf(String subject) {
        String last = "0";
        while (true) {
            JsonPath batch = with(Tokens.service("content-service"))
                    .get("/events?lastEventId={last}", last)
                    .jsonPath();
            Map<String, Object> found = batch.getMap("find { it.subject == '%s' }.data".formatted(subject));
            if (found != null) {
                return found;
            }
            last = batch.getString("[-1].id");
            assertNotNull(last, "the feed ends without " + subject);
        }
    }

    private void setAdminsRole(String role) {
        rowSecurity.enterAll();
        entities.createNativeQuery("UPDATE member SET role = :role WHERE subject = 'admin'")
                .setParameter("role", role)
                .executeUpdate();
    }
}
