package nl.etalage.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.gateway.SigningIn.Browser;
import org.junit.jupiter.api.Test;

/** With a provider that asks for more and has no address to sign out at, behind TLS that ends before the gateway. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
@TestProfile(SignInUnderTlsTest.BehindTls.class)
class SignInUnderTlsTest {

    public static class BehindTls implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "etalage.public-url", "https://etalage.example.org",
                    "etalage.sign-in.end-at-issuer", "false",
                    "etalage.sign-in.scopes", "email,profile",
                    "etalage.sign-in.parameters.audience", "etalage-api");
        }
    }

    @Test
    void everyCookieOfSigningInIsForTlsOnly() {
        Browser browser = new Browser();

        browser.get("/sign-in");

        List<String> cookies = browser.setCookies();
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.contains("; Secure"), cookie);
            assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("; httponly"), cookie);
            assertTrue(cookie.contains("; SameSite=Lax"), cookie);
            assertFalse(cookie.contains("Domain"), cookie);
        }
    }

    @Test
    void theProviderIsAskedForWhatItNeedsToHear() {
        String asked =
                new Browser().get("/sign-in").headers().firstValue("Location").orElseThrow();

        assertTrue(
                asked.contains("scope=openid+email+profile") || asked.contains("scope=openid%20email%20profile"),
                asked);
        assertTrue(asked.contains("audience=etalage-api"), asked);
        assertTrue(asked.contains("code_challenge_method=S256"), asked);
        assertTrue(asked.contains("redirect_uri=https%3A%2F%2Fetalage.example.org%2Fsign-in"), asked);
    }

    @Test
    void signingOutOfAProviderWithoutAnAddressForItEndsTheSessionHere() {
        Browser browser = new Browser();
        String back = browser.get(
                        browser.get("/sign-in").headers().firstValue("Location").orElseThrow())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        browser.get(back.replace("https://etalage.example.org", ""));
        assertTrue(browser.cookies().contains("q_session"), browser.cookies());

        HttpResponse<String> leaving = browser.post("/logout", "", "same-origin");

        assertEquals(303, leaving.statusCode(), leaving.body());
        assertFalse(browser.cookies().contains("q_session"), browser.cookies());
    }
}
