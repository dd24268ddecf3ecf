package nl.etalage.shops.joining;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.anonymous;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.etalage.shops.AtOnce;
import nl.etalage.shops.MailServer;
import nl.etalage.shops.TestSettings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a mailed question to a shop that takes part, or doesn't. */
@QuarkusTest
class JoiningTest {

    private String slug;
    private String mailbox;

    @BeforeEach
    void aCandidate() {
        slug = newSlug();
        mailbox = slug + "@winkel.example";
        candidate(slug, mailbox);
    }

    @AfterEach
    void timeGoesOn() {
        TestSettings.CLOCK.release();
    }

    @Test
    void oneMailAndOneClickMakeAShopAMember() throws MessagingException {
        invite(slug);
        MimeMessage mail = MailServer.awaitMail(mailbox, 1);
        assertTrue(mail.getSubject().contains("Wereldwinkel " + slug), mail.getSubject());
        assertTrue(MailServer.text(mail).contains("De Wereldwinkels"), MailServer.text(mail));
        String secret = MailServer.secret(mail);

        read(secret)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("shop", equalTo("Wereldwinkel " + slug))
                .body("network", equalTo("De Wereldwinkels"))
                .body("questions", equalTo("redactie@wereldwinkels.example"))
                .body("answer", nullValue())
                .body("settled", equalTo(false));
        shop().then().body("state", equalTo("candidate"), "version", equalTo(0));

        answer(secret, "yes").then().statusCode(200).body("answer", equalTo("yes"));
        shop().then().body("state", equalTo("active"), "version", equalTo(1));
        invitation().then().body("items[0].state", equalTo("yes"), "items[0].answered", notNullValue());
    }

    @Test
    void readingTheQuestionAnyNumberOfTimesChangesNothing() {
        String secret = invited();
        awaitState("sent");
        String before = invitation().asString();
        for (int scanner = 0; scanner < 5; scanner++) {
            read(secret).then().statusCode(200);
        }
        assertEquals(before, invitation().asString());
    }

    @Test
    void aSecondClickChangesNothingMore() {
        String secret = invited();
        answer(secret, "yes").then().statusCode(200);
        String after = invitation().asString();
        answer(secret, "yes").then().statusCode(200).body("answer", equalTo("yes"));
        shop().then().body("version", equalTo(1));
        assertEquals(after, invitation().asString());
        MailServer.awaitMail(mailbox, 2);
        as(ADMIN).get("/api/v1/shops/{slug}/member-invitations", slug).then().body("items", hasSize(1));
    }

    @Test
    void clicksAtTheSameMomentMakeOneMember() throws Exception {
        String secret = invited();
        Callable<Integer> click = () -> answer(secret, "yes").statusCode();
        assertEquals(List.of(200, 200, 200, 200), AtOnce.sorted(click, click, click, click));
        shop().then().body("state", equalTo("active"), "version", equalTo(1));
        as(ADMIN).get("/api/v1/shops/{slug}/member-invitations", slug).then().body("items", hasSize(1));
    }

    @Test
    void nameAndOpeningHoursAreCorrectedWithTheAnswer() {
        String secret = invited();
        anonymous()
                .body(
                        """
                        {"answer": "yes", "name": "De Wereldwinkel",
                         "openingHours": [{"day": "saturday", "opens": "10:00", "closes": "17:00"}]}""")
                .post("/api/v1/join/{token}", secret)
                .then()
                .statusCode(200)
                .body("shop", equalTo("De Wereldwinkel"))
                .body("openingHours.day", contains("saturday"));
        shop().then().body("name", equalTo("De Wereldwinkel"), "openingHours[0].opens", equalTo("10:00"));
    }

    @Test
    void anImpossibleOpeningTimeIsPointedAtAndNothingIsAnswered() {
        String secret = invited();
        anonymous()
                .body(
                        """
                        {"answer": "yes", "name": " ",
                         "openingHours": [{"day": "saturday", "opens": "17:00", "closes": "10:00"}]}""")
                .post("/api/v1/join/{token}", secret)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/name", "/openingHours/0/closes"));
        read(secret).then().body("answer", nullValue());
        shop().then().body("state", equalTo("candidate"));
    }

    @Test
    void aShopMayChangeItsMindWhileItHasNoManager() {
        String secret = invited();
        answer(secret, "no").then().statusCode(200).body("answer", equalTo("no"));
        shop().then().body("state", equalTo("candidate"));
        answer(secret, "yes").then().body("answer", equalTo("yes"));
        shop().then().body("state", equalTo("active"));
        answer(secret, "no").then().body("answer", equalTo("no"));
        shop().then().body("state", equalTo("candidate"));
        as(ADMIN).get("/api/v1/shops/{slug}/member-invitations", slug).then().body("items", hasSize(0));
    }

    @Test
    void onceThereIsAManagerNoLinkTakesTheShopOut() {
        String secret = invited();
        answer(secret, "yes").then().statusCode(200);
        String second = MailServer.secret(MailServer.awaitMail(mailbox, 2));
        as("anja-" + slug)
                .body(Map.of("token", second))
                .post("/api/v1/me/memberships")
                .then()
                .statusCode(201)
                .body("shop", equalTo(slug), "role", equalTo("manager"), "subject", equalTo("anja-" + slug));
        answer(secret, "no")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/joining-settled"));
        answer(secret, "yes").then().statusCode(200).body("settled", equalTo(true));
        shop().then().body("state", equalTo("active"));
    }

    @Test
    void whoSaidLaterIsAskedOnceMore() {
        String secret = invited();
        answer(secret, "later").then().statusCode(200).body("answer", equalTo("later"));
        answer(secret, "later").then().statusCode(200);
        TestSettings.CLOCK.advance(Duration.ofDays(14));
        MimeMessage reminder = MailServer.awaitMail(mailbox, 2);
        assertTrue(MailServer.text(reminder).contains("laatste keer"), MailServer.text(reminder));
        String second = MailServer.secret(reminder);
        read(secret).then().statusCode(200);
        answer(second, "no").then().statusCode(200);
        answer(second, "later").then().statusCode(200);
        TestSettings.CLOCK.advance(Duration.ofDays(14));
        invite(otherCandidate());
        assertEquals(2, MailServer.to(mailbox).size());
    }

    @Test
    void unknownExpiredRevokedAndMalformedLinksAreAnsweredAlike() {
        String expired = invited();
        TestSettings.CLOCK.advance(Duration.ofDays(61));
        String answer = read(expired).then().statusCode(404).extract().asString();
        assertTrue(answer.contains("link-not-found"), answer);
        timeGoesOn();
        revoke();
        assertEquals(answer, read(expired).then().statusCode(404).extract().asString());
        for (String other : List.of("A".repeat(43), "kort", "%20", "..%2f..", "é".repeat(43))) {
            assertEquals(
                    answer,
                    anonymous()
                            .urlEncodingEnabled(false)
                            .get("/api/v1/join/" + (other.startsWith("é") ? "%C3%A9".repeat(43) : other))
                            .asString());
        }
        assertEquals(
                answer, answer(expired, "yes").then().statusCode(404).extract().asString());
        shop().then().body("state", equalTo("candidate"));
    }

    @Test
    void anInvitationSentAgainHasANewLinkAndTheOldOneStopsWorking() {
        String first = invited();
        awaitState("sent");
        Response found = invitation();
        String id = found.path("items[0].id");
        int version = found.path("items[0].version");
        as(ADMIN)
                .header("If-Match", "\"" + version + "\"")
                .post("/api/v1/invitations/{id}/renew", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"));
        String second = MailServer.secret(MailServer.awaitMail(mailbox, 2));
        read(first).then().statusCode(404);
        read(second).then().statusCode(200);
        as(ADMIN)
                .header("If-Match", "\"" + version + "\"")
                .post("/api/v1/invitations/{id}/renew", id)
                .then()
                .statusCode(412);
    }

    @Test
    void aShopThatSaidYesOrWhoseQuestionWasTakenBackIsNotAskedAgain() {
        String secret = invited();
        awaitState("sent");
        answer(secret, "yes").then().statusCode(200);
        Response accepted = invitation();
        String id = accepted.path("items[0].id");
        closed(accepted.path("items[0].version"))
                .post("/api/v1/invitations/{id}/renew", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/invitation-closed"));
        revoke();
        Response over = as(ADMIN).get("/api/v1/invitations/{id}", id);
        over.then().body("state", equalTo("revoked"));
        closed(over.path("version"))
                .delete("/api/v1/invitations/{id}", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/invitation-closed"));
    }

    private static RequestSpecification closed(int version) {
        return as(ADMIN).header("If-Match", "\"" + version + "\"");
    }

    @Test
    void aWaveTakesTheNextThatWereNotAsked() {
        String group = newSlug();
        as(ADMIN).body(Map.of("slug", group, "name", group)).post("/api/v1/groups");
        String second = otherCandidate();
        for (String member : List.of(slug, second)) {
            join(member, group);
        }
        Map<String, Object> wave = Map.of("wave", "najaar " + group, "group", group, "limit", 1);
        as(ADMIN).body(wave).post("/api/v1/invitations").then().statusCode(201).body("invited.shop", contains(slug));
        as(ADMIN).body(wave).post("/api/v1/invitations").then().body("invited.shop", contains(second));
        as(ADMIN).body(wave).post("/api/v1/invitations").then().body("invited", hasSize(0));
        as(ADMIN)
                .queryParam("wave", "najaar " + group)
                .get("/api/v1/invitations")
                .then()
                .body("items.shop", contains(slug, second));
        String page = as(ADMIN)
                .queryParam("wave", "najaar " + group)
                .queryParam("limit", 1)
                .get("/api/v1/invitations")
                .path("nextPageToken");
        as(ADMIN)
                .queryParam("wave", "najaar " + group)
                .queryParam("limit", 1)
                .queryParam("pageToken", page)
                .get("/api/v1/invitations")
                .then()
                .body("items.shop", contains(second));
    }

    @Test
    void aShopToTryThingsWithIsNotOneOfTheNextButCanBeAskedByName() {
        String group = newSlug();
        as(ADMIN).body(Map.of("slug", group, "name", group)).post("/api/v1/groups");
        String trying = otherCandidate();
        patching(ADMIN, 0, "{\"groups\": [\"%s\"], \"sandbox\": true}".formatted(group))
                .patch("/api/v1/shops/{slug}", trying)
                .then()
                .statusCode(200);
        String real = otherCandidate();
        join(real, group);
        as(ADMIN)
                .body(Map.of("wave", "w", "group", group, "limit", 1))
                .post("/api/v1/invitations")
                .then()
                .body("invited.shop", contains(real));
        as(ADMIN)
                .body(Map.of("wave", "w", "group", group, "limit", 1))
                .post("/api/v1/invitations")
                .then()
                .body("invited", hasSize(0));
        as(ADMIN)
                .body(Map.of("wave", "w", "shops", List.of(trying)))
                .post("/api/v1/invitations")
                .then()
                .body("invited.shop", contains(trying));
    }

    @Test
    void whoCannotBeAskedIsSkippedWithAReason() {
        invite(slug);
        String active = newSlug();
        as(ADMIN).body(Map.of("slug", active, "name", active)).post("/api/v1/shops");
        String unreachable = newSlug();
        candidate(unreachable, null);
        as(ADMIN)
                .header("Accept-Language", "en")
                .body(Map.of("wave", "w", "shops", List.of(slug, active, unreachable, "bestaat-niet")))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .body("invited", hasSize(0))
                .body(
                        "skipped.reason",
                        contains(
                                "This shop was invited already. Send that invitation again.",
                                "This shop takes part already.",
                                "We know no mail address of this shop.",
                                "We don't know this shop."));
    }

    @Test
    void aShopInvitedTwiceAtOnceGetsOneInvitation() throws Exception {
        Callable<Integer> inviting = () -> as(ADMIN)
                .body(Map.of("wave", "w", "shops", List.of(slug)))
                .post("/api/v1/invitations")
                .statusCode();
        AtOnce.sorted(inviting, inviting, inviting);
        invitation().then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "coach"})
    void onlyAnAdminInvitesAndTheCentralGroupReads(String role) {
        invite(slug);
        central(role, role);
        as(role).get("/api/v1/invitations?shop=" + slug)
                .then()
                .statusCode(200)
                .body("items[0].mailbox", equalTo(mailbox));
        as(role).body(Map.of("wave", "w", "shops", List.of(slug)))
                .post("/api/v1/invitations")
                .then()
                .statusCode(403);
    }

    @Test
    void aCandidateIsShownToTheCentralGroupOnly() {
        String other = nl.etalage.shops.Network.newShop();
        as(other + "-manager").get("/api/v1/shops/{slug}", slug).then().statusCode(404);
        as(other + "-manager").queryParam("q", slug).get("/api/v1/shops").then().body("items.slug", not(hasItem(slug)));
        as(ADMIN).queryParam("q", slug).get("/api/v1/shops").then().body("items.slug", hasItem(slug));
        as(other + "-manager").get("/api/v1/shops/{slug}/contact", slug).then().statusCode(404);
        as(other + "-manager").get("/api/v1/invitations").then().statusCode(403);
    }

    private static void candidate(String slug, String mailbox) {
        as(ADMIN)
                .body(Map.of("slug", slug, "name", "Wereldwinkel " + slug, "state", "candidate"))
                .post("/api/v1/shops")
                .then()
                .statusCode(201);
        if (mailbox != null) {
            patching(ADMIN, 0, "{\"mailbox\": \"" + mailbox + "\"}")
                    .patch("/api/v1/shops/{slug}/contact", slug)
                    .then()
                    .statusCode(200)
                    .body("mailbox", equalTo(mailbox));
        }
    }

    private static String otherCandidate() {
        String other = newSlug();
        candidate(other, other + "@winkel.example");
        return other;
    }

    private static void join(String shop, String group) {
        patching(ADMIN, 0, "{\"groups\": [\"" + group + "\"]}")
                .patch("/api/v1/shops/{slug}", shop)
                .then()
                .statusCode(200);
    }

    private static void invite(String shop) {
        as(ADMIN)
                .body(Map.of("wave", "voorjaar", "shops", List.of(shop)))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .body("invited.shop", contains(shop));
    }

    private String invited() {
        invite(slug);
        return MailServer.secret(MailServer.awaitMail(mailbox, 1));
    }

    private void awaitState(String state) {
        Awaitility.await().untilAsserted(() -> invitation().then().body("items[0].state", equalTo(state)));
    }

    private void revoke() {
        Response found = invitation();
        as(ADMIN)
                .header("If-Match", "\"" + found.<Integer>path("items[0].version") + "\"")
                .delete("/api/v1/invitations/{id}", found.<String>path("items[0].id"))
                .then()
                .statusCode(204);
    }

    private Response invitation() {
        return as(ADMIN).queryParam("shop", slug).get("/api/v1/invitations");
    }

    private Response shop() {
        return as(ADMIN).get("/api/v1/shops/{slug}", slug);
    }

    private static Response read(String secret) {
        return anonymous().get("/api/v1/join/{token}", secret);
    }

    private static Response answer(String secret, String answer) {
        return anonymous().body(Map.of("answer", answer)).post("/api/v1/join/{token}", secret);
    }
}
