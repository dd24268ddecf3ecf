package nl.etalage.shops.member;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.addMember;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.etalage.shops.AtOnce;
import nl.etalage.shops.TestSettings;
import nl.etalage.testing.SettableClock;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MembersTest {

    private String slug;

    @BeforeEach
    void aShop() {
        slug = newShop();
    }

    @AfterEach
    void theClockRunsAgain() {
        TestSettings.CLOCK.release();
    }

    @Test
    void aManagerAddsAMemberFromToday() {
        as(slug + "-manager")
                .body(Map.of("subject", "anja", "name", "Anja", "role", "publisher", "email", "anja@zeist.example"))
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("shop", equalTo(slug))
                .body("issuer", equalTo(Tokens.issuer()))
                .body("subject", equalTo("anja"))
                .body("role", equalTo("publisher"))
                .body(
                        "from",
                        equalTo(LocalDate.ofInstant(SettableClock.now(), ZoneId.of("Europe/Amsterdam"))
                                .toString()))
                .body("until", nullValue())
                .body("trusted", equalTo(false))
                .body("email", equalTo("anja@zeist.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "contributor", "webmaster"})
    void othersOfTheShopReadItsMembersWithoutTheirMailAddresses(String role) {
        as(slug + "-" + role)
                .get("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(200)
                .body(
                        "items.subject",
                        contains(slug + "-manager", slug + "-publisher", slug + "-contributor", slug + "-webmaster"))
                .body("items.findAll { it.subject != '%s-%s' }.email".formatted(slug, role), everyItem(nullValue()))
                .body(
                        "items.find { it.subject == '%s-%s' }.email".formatted(slug, role),
                        equalTo(slug + "-" + role + "@winkel.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "contributor", "webmaster"})
    void othersOfTheShopAddNobody(String role) {
        as(slug + "-" + role)
                .body(Map.of("subject", "anja", "name", "Anja", "role", "manager"))
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(403);
    }

    @Test
    void theCentralGroupReadsMembersEverywhereAndOnlyAnAdminSeesMailAddresses() {
        central("coach", "coach");
        as("coach")
                .get("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.email", everyItem(nullValue()));
        as(ADMIN)
                .get("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(200)
                .body("items.email", hasItem(slug + "-manager@winkel.example"));
        as("coach")
                .body(Map.of("subject", "anja", "name", "Anja", "role", "manager"))
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(403);
    }

    @Test
    void anotherShopsMembersAreAsIfTheyWereAbsent() {
        String other = newShop();
        String foreign =
                as(other + "-manager").get("/api/v1/shops/{slug}/members", slug).asString();
        String absent = as(other + "-manager")
                .get("/api/v1/shops/{slug}/members", newSlug())
                .asString();
        assertEquals(absent, foreign);
        as(other + "-manager")
                .get("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://etalage.nl/problems/shop-not-found"));
    }

    @Test
    void aMemberIsNotFoundUnderAnotherShop() {
        String other = newShop();
        String member = addMember(other, "piet-" + other, "contributor");
        as(ADMIN)
                .get("/api/v1/shops/{slug}/members/{id}", slug, member)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://etalage.nl/problems/member-not-found"));
    }

    @Test
    void anAdminFindsNoMembersOfAShopThatDoesNotExist() {
        as(ADMIN).get("/api/v1/shops/{slug}/members", newSlug()).then().statusCode(404);
        as(ADMIN)
                .body(Map.of("subject", "anja", "name", "Anja", "role", "manager"))
                .post("/api/v1/shops/{slug}/members", newSlug())
                .then()
                .statusCode(404);
    }

    @Test
    void aMachineReadsNoMembers() {
        bind(slug, "client-" + slug, "library:read");
        with(Tokens.machine("client-" + slug, "library:read"))
                .get("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(403);
    }

    @Test
    void aManagerTrustsAPublisher() {
        String publisher = addMember(slug, "anja-" + slug, "publisher");
        patching(slug + "-manager", 0, "{\"trusted\": true, \"until\": \"2199-12-31\"}")
                .patch("/api/v1/shops/{slug}/members/{id}", slug, publisher)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("trusted", equalTo(true))
                .body("until", equalTo("2199-12-31"));
    }

    @Test
    void whoAMemberIsNeverChanges() {
        String member = addMember(slug, "anja-" + slug, "publisher");
        patching(
                        slug + "-manager",
                        0,
                        "{\"subject\": \"piet\", \"issuer\": \"https://x.example\", \"shop\": \"zeist\"}")
                .patch("/api/v1/shops/{slug}/members/{id}", slug, member)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/shop", "/subject", "/issuer"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"subject": "a", "name": "A", "role": "editor"}                                              | /role
            {"subject": "a", "name": "A", "role": "boss"}                                                | /role
            {"subject": "a", "name": "A"}                                                                | /role
            {"name": "A", "role": "manager"}                                                             | /subject
            {"subject": "a", "name": "A", "role": "manager", "email": "geen adres"}                      | /email
            {"subject": "a", "name": "A", "role": "manager", "from": "gisteren"}                         | /from
            {"subject": "a", "name": "A", "role": "manager", "from": "+999999-01-01"}                    | /from
            {"subject": "a", "name": "A", "role": "manager", "from": "2026-05-02", "until": "2026-05-01"} | /until
            {"subject": "a", "name": "A", "role": "manager", "trusted": "yes"}                           | /trusted
            {"subject": "a", "name": "A", "role": "manager", "id": "0198c0de-0000-7000-8000-000000000000"} | /id
            {"subject": "a", "name": "A", "role": "manager", "shop": "elders"}                           | /shop
            """)
    void whatIsWrongIsPointedAt(String body, String pointer) {
        as(slug + "-manager")
                .body(body)
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer));
    }

    @Test
    void onePersonHasOneRoleAtATimeButMayHaveOneAfterAnother() {
        String body =
                "{\"subject\": \"anja\", \"name\": \"Anja\", \"role\": \"publisher\", \"from\": \"%s\", \"until\": \"%s\"}";
        assertEquals(201, added(body.formatted("2027-01-01", "2027-06-30")).statusCode());
        added(body.formatted("2027-06-30", "2027-12-31"))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/membership-overlaps"));
        assertEquals(201, added(body.formatted("2027-07-01", "2027-12-31")).statusCode());
    }

    @Test
    void ofTwoRolesForOnePersonAtOnceOneIsGiven() throws Exception {
        Callable<Integer> adding = () -> added("{\"subject\": \"anja\", \"name\": \"Anja\", \"role\": \"publisher\"}")
                .statusCode();
        assertEquals(List.of(201, 409, 409, 409), AtOnce.sorted(adding, adding, adding, adding));
    }

    @Test
    void aMembershipEndsAfterItsLastDayInTheShopsZone() {
        as(slug + "-manager")
                .body(
                        """
                        {"subject": "gast-%s", "name": "Gast", "role": "contributor",
                         "from": "2027-10-31", "until": "2027-10-31"}"""
                                .formatted(slug))
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(201);
        // The day on which the clock goes back has 25 hours in Amsterdam.
        assertEquals(404, statusForGuestAt("2027-10-30T21:59:59Z"));
        assertEquals(200, statusForGuestAt("2027-10-30T22:00:00Z"));
        assertEquals(200, statusForGuestAt("2027-10-31T22:59:59Z"));
        assertEquals(404, statusForGuestAt("2027-10-31T23:00:00Z"));
    }

    @Test
    void theLastManagerCannotLeaveOrBecomeSomethingElse() {
        String manager = manager();
        as(slug + "-manager")
                .header("If-Match", "\"0\"")
                .delete("/api/v1/shops/{slug}/members/{id}", slug, manager)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/last-manager"));
        patching(slug + "-manager", 0, "{\"role\": \"publisher\"}")
                .patch("/api/v1/shops/{slug}/members/{id}", slug, manager)
                .then()
                .statusCode(409);
        as(slug + "-manager").get("/api/v1/me").then().body("shops[0].role", equalTo("manager"));
    }

    @Test
    void theLastManagerMayLeaveTheShopToTheCentralGroupAndThatIsWrittenDown() {
        as(slug + "-manager")
                .header("If-Match", "\"0\"")
                .queryParam("handOver", true)
                .delete("/api/v1/shops/{slug}/members/{id}", slug, manager())
                .then()
                .statusCode(204);
        as(slug + "-manager").get("/api/v1/me").then().body("shops", hasSize(0));
        as(ADMIN).get("/api/v1/audit/shops?shop=" + slug).then().body("items.action", hasItem("shop.handed-over"));
    }

    @Test
    void anAdminMayTakeTheLastManagerAway() {
        as(ADMIN)
                .header("If-Match", "\"0\"")
                .delete("/api/v1/shops/{slug}/members/{id}", slug, manager())
                .then()
                .statusCode(204);
        as(slug + "-manager").get("/api/v1/me").then().body("shops", hasSize(0));
    }

    @Test
    void twoManagersCannotLeaveInEachOthersShadow() throws Exception {
        String first = manager();
        String second = addMember(slug, "tweede-" + slug, "manager");
        Callable<Integer> one = () -> leave(slug + "-manager", first);
        Callable<Integer> other = () -> leave("tweede-" + slug, second);
        assertEquals(List.of(204, 409), AtOnce.sorted(one, other));
    }

    @Test
    void aContributorMayLeaveButSendNobodyAway() {
        String own = memberId(slug + "-contributor");
        String other = memberId(slug + "-publisher");
        assertEquals(403, leave(slug + "-contributor", other));
        assertEquals(204, leave(slug + "-contributor", own));
        as(slug + "-contributor")
                .get("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(404);
    }

    @Test
    void aRepeatedInvitationWithItsKeyAddsOnePerson() {
        String body = "{\"subject\": \"anja\", \"name\": \"Anja\", \"role\": \"publisher\"}";
        String first = as(slug + "-manager")
                .header("Idempotency-Key", "add-anja")
                .body(body)
                .post("/api/v1/shops/{slug}/members", slug)
                .path("id");
        as(slug + "-manager")
                .header("Idempotency-Key", "add-anja")
                .body(body)
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(first));
    }

    private Response added(String body) {
        return as(slug + "-manager").body(body).post("/api/v1/shops/{slug}/members", slug);
    }

    private int statusForGuestAt(String instant) {
        TestSettings.CLOCK.set(Instant.parse(instant));
        return as("gast-" + slug).get("/api/v1/shops/{slug}/members", slug).statusCode();
    }

    private String manager() {
        return memberId(slug + "-manager");
    }

    private String memberId(String subject) {
        return as(ADMIN)
                .get("/api/v1/shops/{slug}/members", slug)
                .path("items.find { it.subject == '%s' }.id".formatted(subject));
    }

    private int leave(String subject, String member) {
        return as(subject)
                .header("If-Match", "\"0\"")
                .delete("/api/v1/shops/{slug}/members/{id}", slug, member)
                .statusCode();
    }
}
