package nl.etalage.shops.member;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.anonymous;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.etalage.shops.AtOnce;
import nl.etalage.shops.MailServer;
import nl.etalage.shops.TestSettings;
import nl.etalage.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a mailed invitation to a member. */
@QuarkusTest
class MemberInvitationsTest {

    private String slug;
    private String email;

    @BeforeEach
    void aShop() {
        slug = newShop();
        email = UUID.randomUUID() + "@zeist.example";
    }

    @AfterEach
    void timeGoesOn() {
        TestSettings.CLOCK.release();
    }

    @Test
    void whoSignsInThroughTheMailedLinkIsTheMember() {
        invite("{\"email\": \"%s\", \"name\": \"Anja\", \"role\": \"publisher\", \"until\": \"2199-12-31\"}")
                .then()
                .statusCode(201)
                .body("state", equalTo("waiting"), "shop", equalTo(slug), "role", equalTo("publisher"));
        String secret = MailServer.secret(MailServer.awaitMail(email, 1));
        anonymous()
                .get("/api/v1/member-invitations/{token}", secret)
                .then()
                .statusCode(200)
                .body("shop", equalTo("Wereldwinkel " + slug), "role", equalTo("publisher"))
                .body("network", equalTo("De Wereldwinkels"));
        String person = "anja-" + slug;
        become(person, secret)
                .then()
                .statusCode(201)
                .body("subject", equalTo(person), "issuer", equalTo(Tokens.issuer()), "shop", equalTo(slug))
                .body("role", equalTo("publisher"), "until", equalTo("2199-12-31"), "trusted", equalTo(false));
        as(person).get("/api/v1/me").then().body("shops.slug", contains(slug), "shops.role", contains("publisher"));
        become("bea-" + slug, secret)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://etalage.nl/problems/link-not-found"));
        pending().then().body("items", hasSize(0));
    }

    @Test
    void ofTwoWhoUseOneLinkAtOnceOneBecomesTheMember() throws Exception {
        String secret = invited();
        Callable<Integer> one = () -> become("een-" + slug, secret).statusCode();
        Callable<Integer> other = () -> become("twee-" + slug, secret).statusCode();
        assertEquals(List.of(201, 404), AtOnce.sorted(one, other));
    }

    @Test
    void aLinkAloneSaysNotWhoSomebodyIs() {
        String secret = invited();
        anonymous()
                .body(Map.of("token", secret))
                .post("/api/v1/me/memberships")
                .then()
                .statusCode(401);
        with(Tokens.machine("webshop-" + slug, "library:read"))
                .body(Map.of("token", secret))
                .post("/api/v1/me/memberships")
                .then()
                .statusCode(403);
        become("wie-" + slug, "A".repeat(43)).then().statusCode(404);
    }

    @Test
    void whoHasARoleThereAlreadyKeepsItAndTheLinkGoesOnWorking() {
        String secret = invited();
        become(slug + "-contributor", secret)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/membership-overlaps"));
        become("nieuw-" + slug, secret).then().statusCode(201);
    }

    @Test
    void anInvitationSentAgainHasANewLinkAndATakenBackOneNone() {
        String first = invited();
        Response found = sent();
        String id = found.path("items[0].id");
        as(slug + "-manager")
                .header("If-Match", "\"" + found.<Integer>path("items[0].version") + "\"")
                .post("/api/v1/shops/{slug}/member-invitations/{id}/resend", slug, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"));
        String second = MailServer.secret(MailServer.awaitMail(email, 2));
        become("te-vroeg-" + slug, first).then().statusCode(404);
        found = sent();
        as(slug + "-manager")
                .header("If-Match", "\"" + found.<Integer>path("items[0].version") + "\"")
                .delete("/api/v1/shops/{slug}/member-invitations/{id}", slug, id)
                .then()
                .statusCode(204);
        become("te-laat-" + slug, second).then().statusCode(404);
        pending().then().body("items", hasSize(0));
    }

    @Test
    void aLinkExpires() {
        String secret = invited();
        TestSettings.CLOCK.advance(Duration.ofDays(31));
        become("te-laat-" + slug, secret).then().statusCode(404);
    }

    @Test
    void oneAddressIsAskedOnceAtATime() throws Exception {
        Callable<Integer> inviting = () -> invite("{\"email\": \"%s\", \"name\": \"Anja\", \"role\": \"publisher\"}")
                .statusCode();
        assertEquals(List.of(201, 409, 409), AtOnce.sorted(inviting, inviting, inviting));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"name": "A", "role": "manager"}                                              | /email
            {"email": "geen adres", "name": "A", "role": "manager"}                       | /email
            {"email": "a@x.example", "name": "A", "role": "editor"}                       | /role
            {"email": "a@x.example", "role": "manager"}                                   | /name
            {"email": "a@x.example", "name": "A", "role": "manager", "until": "2001-01-01"} | /until
            """)
    void whatIsWrongIsPointedAt(String body, String pointer) {
        as(slug + "-manager")
                .body(body)
                .post("/api/v1/shops/{slug}/member-invitations", slug)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer));
    }

    @Test
    void theCentralGroupInvitesTheSameWay() {
        as(ADMIN)
                .body(Map.of("email", email, "name", "Kim", "role", "coach"))
                .post("/api/v1/central/member-invitations")
                .then()
                .statusCode(201)
                .body("shop", nullValue());
        String secret = MailServer.secret(MailServer.awaitMail(email, 1));
        become("kim-" + slug, secret).then().statusCode(201).body("role", equalTo("coach"), "shop", nullValue());
        as("kim-" + slug).get("/api/v1/me").then().body("central.role", equalTo("coach"));
        as(ADMIN).get("/api/v1/central/members?limit=100").then().body("items.subject", hasItem("kim-" + slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/shops/{slug}/member-invitations", "/api/v1/central/member-invitations"})
    void whatWasTakenBackIsNotSentAgainNorTakenBackOnceMore(String path) {
        String invitations = path.replace("{slug}", slug);
        String role = path.contains("central") ? "coach" : "publisher";
        String invitation = as(ADMIN)
                .body(Map.of("email", email, "name", "Kim", "role", role))
                .post(invitations)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String mine = "items.find { it.id == '%s' }".formatted(invitation);
        Awaitility.await()
                .untilAsserted(
                        () -> as(ADMIN).get(invitations + "?limit=100").then().body(mine + ".state", equalTo("sent")));
        int version = as(ADMIN).get(invitations + "?limit=100").path(mine + ".version");
        as(ADMIN)
                .header("If-Match", "\"" + version + "\"")
                .delete(invitations + "/" + invitation)
                .then()
                .statusCode(204);
        RequestSpecification closed = as(ADMIN).header("If-Match", "\"" + (version + 1) + "\"");
        closed.post(invitations + "/" + invitation + "/resend")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/invitation-closed"));
        closed.delete(invitations + "/" + invitation)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/invitation-closed"));
    }

    private Response invite(String body) {
        return as(slug + "-manager").body(body.formatted(email)).post("/api/v1/shops/{slug}/member-invitations", slug);
    }

    private String invited() {
        invite("{\"email\": \"%s\", \"name\": \"Anja\", \"role\": \"publisher\"}")
                .then()
                .statusCode(201);
        return MailServer.secret(MailServer.awaitMail(email, 1));
    }

    private Response pending() {
        return as(slug + "-manager").get("/api/v1/shops/{slug}/member-invitations", slug);
    }

    private Response sent() {
        Awaitility.await().untilAsserted(() -> pending().then().body("items[0].state", equalTo("sent")));
        return pending();
    }

    private static Response become(String person, String secret) {
        return as(person).body(Map.of("token", secret)).post("/api/v1/me/memberships");
    }
}
