package nl.etalage.gateway.console;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.stream.Stream;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session that ends at the provider, by the provider's account page or its administrator, ends here at once. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class BackChannelLogoutTest {

    @BeforeEach
    void quiet() {
        Neighbours.reset();
        SigningIn.lifespan(300);
        SigningIn.refuses(false);
        Neighbours.SHOPS.answer(
                "GET", "/api/v1/me", 200, """
                {"name": "Anneke", "central": null, "shops": []}""");
    }

    @Test
    void theSessionIsOverAtOnceForEveryCopyOfItsCookie() {
        Browser browser = new Browser();
        browser.visit("/sign-in");
        Browser secondTab = browser.copy();
        assertEquals(200, browser.get("/api/v1/me").statusCode());

        assertEquals(200, logout(SigningIn.logoutToken(SigningIn.lastSession()).token()));

        assertEquals(401, browser.get("/api/v1/me").statusCode());
        assertEquals(401, secondTab.get("/api/v1/me").statusCode());
        assertTrue(secondTab.get("/").body().contains("/sign-in"));
    }

    @Test
    void anotherSessionOfTheSamePersonGoesOn() {
        Browser phone = new Browser();
        phone.visit("/sign-in");
        String onPhone = SigningIn.lastSession();
        Browser shop = new Browser();
        shop.visit("/sign-in");

        assertEquals(200, logout(SigningIn.logoutToken(onPhone).token()));

        assertEquals(200, shop.get("/api/v1/me").statusCode());
        assertEquals(401, phone.get("/api/v1/me").statusCode());
        assertEquals(200, shop.get("/api/v1/me").statusCode());
    }

    @Test
    void oneSignsInAgainAfterwards() {
        Browser browser = new Browser();
        browser.visit("/sign-in");
        logout(SigningIn.logoutToken(SigningIn.lastSession()).token());
        browser.get("/api/v1/me");

        assertTrue(browser.visit("/sign-in").body().contains("Dag Anneke de Wit"));
    }

    @ParameterizedTest
    @MethodSource("notFromTheProvider")
    void whatTheProviderDidNotSendEndsNothing(String token) {
        Browser browser = new Browser();
        browser.visit("/sign-in");

        assertEquals(400, logout(token));

        assertEquals(200, browser.get("/api/v1/me").statusCode());
    }

    static Stream<String> notFromTheProvider() {
        return Stream.of(
                "",
                "a.b.c",
                Tokens.unsigned(),
                Tokens.foreign(),
                Tokens.forged(),
                SigningIn.logoutToken("x").expired().token(),
                SigningIn.logoutToken("x").audience("another-client").token(),
                SigningIn.logoutToken("x").claim("nonce", "n").token(),
                Tokens.of(SigningIn.PERSON).audience("etalage-console").token());
    }

    @Test
    void aSessionThatTheProviderNoLongerRenewsIsOverWithItsToken() {
        SigningIn.lifespan(1);
        Browser browser = new Browser();
        browser.visit("/sign-in");
        SigningIn.end(SigningIn.lastSession());

        await().until(() -> browser.get("/api/v1/me").statusCode() == 401);
    }

    private static int logout(String token) {
        return RestAssured.given()
                .formParam("logout_token", token)
                .post("/back-channel-logout")
                .statusCode();
    }
}
