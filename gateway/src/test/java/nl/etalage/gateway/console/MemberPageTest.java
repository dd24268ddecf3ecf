package nl.etalage.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page behind an invitation to become a member. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class MemberPageTest {

    private static final String TOKEN = "b".repeat(43);
    private static final String PATH = "/member/" + TOKEN;
    private static final String OFFER = "/api/v1/member-invitations/" + TOKEN;

    private final Browser browser = new Browser();

    @BeforeEach
    void anInvitation() {
        Neighbours.reset();
        SigningIn.lifespan(300);
        Neighbours.SHOPS.answer(
                "GET",
                OFFER,
                200,
                "{\"network\": \"De Wereldwinkels\", \"shop\": \"Wereldwinkel Zeist\", \"role\": \"manager\"}");
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{\"shops\": []}");
        Neighbours.SHOPS.answer("POST", "/api/v1/me/memberships", 201, "{}");
    }

    @Test
    void whoHasNoSessionIsSentToSignInAndComesBackHere() {
        HttpResponse<String> page = browser.get(PATH);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Wereldwinkel Zeist vraagt je om mee te doen"), page.body());
        assertTrue(page.body().contains("Je rol wordt: Beheerder."), page.body());
        assertTrue(page.body().contains("href=\"/sign-in?to=" + PATH + "\""), page.body());
        assertFalse(page.body().contains("Ja, ik doe mee"), page.body());
        assertEquals(List.of("no-referrer"), page.headers().allValues("Referrer-Policy"));
        assertEquals(List.of("no-store"), page.headers().allValues("Cache-Control"));

        HttpResponse<String> back = browser.visit("/sign-in?to=" + PATH);
        assertEquals(PATH, back.uri().getPath());
        assertTrue(back.body().contains("Ja, ik doe mee"), back.body());
    }

    @Test
    void sayingYesBindsTheSignedInPersonAndOnlyThen() {
        browser.visit("/sign-in?to=" + PATH);
        assertTrue(Neighbours.SHOPS.requests().stream()
                .noneMatch(request -> request.method().equals("POST")));
        HttpResponse<String> done = browser.post(PATH, "");
        assertEquals(303, done.statusCode());
        assertTrue(done.headers().firstValue("Location").orElseThrow().endsWith("/"));
        FakeNeighbour.Request sent = Neighbours.SHOPS.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertEquals("{\"token\":\"" + TOKEN + "\"}", sent.body());
        assertTrue(sent.header("Authorization").startsWith("Bearer eyJ"));
    }

    @Test
    void aFormOfAnotherSiteOrWithoutASessionBindsNobody() {
        assertEquals(401, browser.post(PATH, "").statusCode());
        browser.visit("/sign-in");
        assertEquals(403, browser.post(PATH, "", "cross-site").statusCode());
        assertTrue(Neighbours.SHOPS.requests().stream()
                .noneMatch(request -> request.method().equals("POST")));
    }

    @Test
    void whoHasARoleAlreadyAndALinkThatOpensNothingAreSaidSo() {
        browser.visit("/sign-in");
        Neighbours.SHOPS.answer("POST", "/api/v1/me/memberships", 409, "{\"title\": \"x\", \"status\": 409}");
        HttpResponse<String> already = browser.post(PATH, "");
        assertEquals(409, already.statusCode());
        assertTrue(already.body().contains("Je hebt hier al een rol."), already.body());
        Neighbours.SHOPS.answer("GET", OFFER, 404, "{\"title\": \"x\", \"status\": 404}");
        HttpResponse<String> gone = browser.get(PATH);
        assertEquals(404, gone.statusCode());
        assertTrue(gone.body().contains("Deze link werkt niet meer"), gone.body());
    }
}
