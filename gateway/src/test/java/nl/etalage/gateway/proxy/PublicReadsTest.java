package nl.etalage.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script of another site reads what anybody may read, and nothing else. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class PublicReadsTest {

    private static final String PICTURE =
            "/api/v1/media/0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f/web.jpg";
    private static final String ELSEWHERE = "https://winkel.example";

    @BeforeEach
    void quiet() {
        Neighbours.reset();
        Neighbours.CONTENT.answer("GET", PICTURE, "image/jpeg", new byte[] {1, 2, 3});
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");
    }

    @Test
    void aPictureMayBeReadByAnySite() {
        given().header("Origin", ELSEWHERE)
                .get(PICTURE)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    @Test
    void aBrowserThatAsksBeforehandIsToldSo() {
        given().header("Origin", ELSEWHERE)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options(PICTURE)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD")
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
        assertTrue(Neighbours.CONTENT.requests().isEmpty(), "no service is asked");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/media/0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f/web.jpg, POST",
        "/api/v1/media/0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f/web.jpg, DELETE",
        "/api/v1/me, GET",
        "/api/v1/stories, POST"
    })
    void whatIsNotAPublicReadStaysShut(String path, String method) {
        given().header("Origin", ELSEWHERE)
                .header("Access-Control-Request-Method", method)
                .options(path)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void whatNeedsACredentialIsKeptFromOtherSites() {
        given().header("Origin", ELSEWHERE)
                .header("Authorization", "Bearer " + Tokens.person("zeist-publisher"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
