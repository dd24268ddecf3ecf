package nl.etalage.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls comes first: before the path, the method, the body and everything else. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class CredentialTest {

    @BeforeEach
    void quiet() {
        Neighbours.reset();
    }

    @Test
    void aValidTokenOpensTheDoorAndGoesAlong() {
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{\"name\": \"Anneke\"}");
        String token = Tokens.person("zeist-publisher");

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Anneke"));

        assertEquals("Bearer " + token, Neighbours.SHOPS.requests().get(0).header("Authorization"));
    }

    static List<String> hostileCredentials() {
        return List.of(
                "Bearer " + Tokens.unsigned(),
                "Bearer " + Tokens.foreign(),
                "Bearer " + Tokens.forged(),
                "Bearer " + Tokens.of("admin").expired().token(),
                "Bearer " + Tokens.of("admin").audience("account").token(),
                "Bearer",
                "Bearer ",
                "Bearer opaque",
                "Bearer a.b.c",
                "Bearer ..",
                "Bearer e30.e30.e30",
                "Bearer " + "a".repeat(9000) + ".b.c",
                "Bearer " + Tokens.person("admin") + "x",
                "Bearer " + Tokens.person("admin").substring(1),
                "Basic YWRtaW46YWRtaW4=",
                "Negotiate xyz",
                Tokens.person("admin"));
    }

    @ParameterizedTest
    @MethodSource("hostileCredentials")
    void aCredentialThatDoesNotHoldIsRefusedWithAProblem(String credential) {
        given().header("Authorization", credential)
                .header("Accept-Language", "en")
                .get("/api/v1/shops")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .header("Location", nullValue())
                .body("type", equalTo("https://etalage.nl/problems/authentication-required"))
                .body("title", equalTo("Sign in first"));
        assertTrue(Neighbours.SHOPS.requests().isEmpty());
    }

    @Test
    void twoCredentialsAreNone() {
        String token = Tokens.person("admin");
        given().header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + Tokens.person("editor"))
                .get("/api/v1/shops")
                .then()
                .statusCode(401);
        assertTrue(Neighbours.SHOPS.requests().isEmpty());
    }

    static Stream<String> methods() {
        return Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anonymousIsRefusedWhateverTheMethod(String method) {
        given().redirects()
                .follow(false)
                .request(method, "/api/v1/stories/1")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("Location", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/nothing-here",
                "/api/v1/internal/shops/zeist",
                "/api/v1/events",
                "/api/v1/shops/%2e%2e/internal",
                "/api/v1/shops/not%20a%20slug"
            })
    void anonymousIsRefusedWhateverThePath(String path) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", equalTo("Voor dit deel moet je ingelogd zijn. Log in en probeer het opnieuw."));
    }

    @Test
    void anonymousIsRefusedBeforeABodyIsLookedAt() {
        given().contentType("text/plain")
                .body("{".repeat(100_000))
                .post("/api/v1/stories")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/nothing-here",
                "/api/v1/internal/shops/zeist",
                "/api/v1/events",
                "/api/v1/audit/other",
                "/api/v1/shops/%2e%2e/internal",
                "/api/v1/shops/..%2finternal",
                "/api/v1/shops/;x=1/a%5cb"
            })
    void whatIsNotOfferedIsNotFoundForWhoIsKnown(String path) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.person("admin"))
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://etalage.nl/problems/not-found"));
        assertTrue(Neighbours.SHOPS.requests().isEmpty());
    }
}
