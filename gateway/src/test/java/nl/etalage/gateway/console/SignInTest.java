package nl.etalage.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People come in by the authorization code flow; the session is theirs, in an encrypted cookie. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class SignInTest {

    @BeforeEach
    void quiet() {
        Neighbours.reset();
        SigningIn.lifespan(300);
        SigningIn.refuses(false);
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/me", 200, """
                {"name": "Anneke", "central": null, "shops": []}""");
    }

    @AfterEach
    void friendly() {
        SigningIn.refuses(false);
    }

    @Test
    void signingInLeadsToOnesOwnFirstPage() {
        HttpResponse<String> page = new Browser().visit("/sign-in");

        assertEquals(200, page.statusCode());
        assertEquals("/", page.uri().getPath());
        assertTrue(page.body().contains("Dag Anneke de Wit"), page.body());
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void oneReturnsToThePageOneWanted() {
        String wanted = "/berichten/01976b2e-4c00-7000-8000-000000000001?done=posted";

        HttpResponse<String> page = new Browser().visit(wanted);

        assertEquals(wanted, page.uri().getPath() + "?" + page.uri().getQuery());
        assertTrue(page.body().contains("Dank je wel!"), page.body());
    }

    @Test
    void aLinkToSignInLeadsOnToAPageOfOurOwn() {
        String wanted = "/berichten/01976b2e-4c00-7000-8000-000000000001?done=posted";
        Browser browser = new Browser();

        HttpResponse<String> page = browser.visit("/sign-in?to=" + encoded(wanted));

        assertEquals(wanted, page.uri().getPath() + "?" + page.uri().getQuery());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elders.example/",
                "//elders.example/",
                "/\\elders.example/",
                "/\t/elders.example",
                "/..//elders.example/"
            })
    void aLinkToSignInLeadsNobodyElsewhere(String elsewhere) {
        Browser browser = new Browser();

        HttpResponse<String> page = browser.visit("/sign-in?to=" + encoded(elsewhere));

        assertEquals("localhost", page.uri().getHost());
        assertEquals("/", page.uri().getPath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elders.example/berichten/x", "/berichten//elders.example", "/berichten/%2F%2Felders.example"})
    void aPathThatLooksLikeAnotherSiteLeadsNobodyThere(String path) {
        Browser browser = new Browser();

        HttpResponse<String> page = browser.visit("http://localhost:" + Neighbours.port() + path);

        assertEquals("localhost", page.uri().getHost());
        assertEquals(Neighbours.port(), page.uri().getPort());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void theSessionIsInCookiesNobodyElseCanReadOrSend() {
        Browser browser = new Browser();

        browser.visit("/sign-in");

        List<String> session = browser.setCookies().stream()
                .filter(cookie -> cookie.startsWith("q_session") && !cookie.contains("Max-Age=0"))
                .toList();
        assertTrue(session.size() >= 3, session.toString());
        for (String cookie : session) {
            assertTrue(cookie.contains("HTTPOnly") || cookie.contains("HttpOnly"), cookie);
            assertTrue(cookie.contains("SameSite=Lax"), cookie);
            assertTrue(cookie.contains("Path=/;") || cookie.endsWith("Path=/"), cookie);
            assertFalse(cookie.contains("Domain"), cookie);
            assertFalse(cookie.contains("eyJhbGciOiJSUzI1NiI"), "a readable token: " + cookie);
            assertTrue(cookie.length() < 4096, "browsers refuse longer ones");
        }
        assertTrue(
                browser.cookies().length() < 8192,
                "the whole must fit in a request: " + browser.cookies().length());
    }

    @Test
    void theSessionOpensTheApiAndGoesUpstreamAsABearer() {
        Browser browser = new Browser();
        browser.visit("/sign-in");
        Neighbours.SHOPS.reset();
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");

        HttpResponse<String> answer = browser.get("/api/v1/me");

        assertEquals(200, answer.statusCode(), answer.body());
        var upstream = Neighbours.SHOPS.requests().get(0);
        assertTrue(upstream.header("Authorization").startsWith("Bearer eyJ"));
        assertEquals(null, upstream.header("Cookie"));
    }

    @Test
    void aNearlyExpiredSessionIsRefreshedOnTheWay() {
        SigningIn.lifespan(10);
        Browser browser = new Browser();
        browser.visit("/sign-in");
        SigningIn.lifespan(300);

        HttpResponse<String> answer = browser.get("/api/v1/me");

        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(SigningIn.grants().contains("refresh_token"));
    }

    @Test
    void aBrokenSessionIsNoCredentialAndNeverARedirectUnderTheApi() {
        Browser browser = new Browser();
        browser.visit("/sign-in");
        String damaged = browser.cookies().replaceFirst("q_session=.{20}", "q_session=AAAAAAAAAAAAAAAAAAAA");

        var answer = io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .header("Cookie", damaged)
                .get("/api/v1/me");

        answer.then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void anotherSiteCannotUseTheSession() {
        Browser browser = new Browser();
        browser.visit("/sign-in");
        Neighbours.CONTENT.reset();

        HttpResponse<String> answer = browser.post("/api/v1/stories", "{}", "cross-site");

        assertEquals(403, answer.statusCode());
        assertTrue(Neighbours.CONTENT.requests().isEmpty());
    }

    @Test
    void aWrongBearerIsRefusedThoughTheSessionIsFine() {
        Browser browser = new Browser();
        browser.visit("/sign-in");

        io.restassured.RestAssured.given()
                .header("Cookie", browser.cookies())
                .header("Authorization", "Bearer a.b.c")
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = new Browser();
        browser.visit("/sign-in");

        HttpResponse<String> leaving = browser.post("/logout", "");

        assertEquals(302, leaving.statusCode(), leaving.body());
        String issuer = leaving.headers().firstValue("Location").orElseThrow();
        assertTrue(issuer.contains("/realms/etalage/logout"), issuer);
        HttpResponse<String> after = browser.visit(issuer);
        assertTrue(after.body().contains("/sign-in"), after.body());
        assertFalse(browser.cookies().contains("q_session"), browser.cookies());
    }

    @Test
    void anotherSiteCannotSignSomebodyOut() {
        Browser browser = new Browser();
        browser.visit("/sign-in");

        HttpResponse<String> answer = browser.post("/logout", "", "cross-site");

        assertEquals(403, answer.statusCode());
        assertTrue(browser.visit("/").body().contains("Dag Anneke de Wit"));
    }

    @Test
    void whoIsNotSignedInByTheIssuerReadsAPageAboutIt() {
        SigningIn.refuses(true);

        HttpResponse<String> page = new Browser().visit("/sign-in");

        assertEquals(401, page.statusCode());
        assertTrue(page.body().contains("Inloggen lukte niet"), page.body());
    }

    @Test
    void aMadeUpReturnFromTheIssuerIsAPageToo() {
        Browser browser = new Browser();
        browser.get("/sign-in");

        HttpResponse<String> page = browser.get("/sign-in?code=made-up&state=made-up");

        assertTrue(page.statusCode() == 302 || page.statusCode() == 401, "" + page.statusCode());
        assertTrue(page.statusCode() == 302 || page.body().contains("Inloggen lukte niet"), page.body());
    }

    @Test
    void theFirstPageIsForEveryone() {
        HttpResponse<String> page = new Browser().in("en").get("/");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<html lang=\"en\">"), page.body());
        assertTrue(page.body().contains("Sign in"), page.body());
    }
}
