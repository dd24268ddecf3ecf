package nl.etalage.gateway.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.SigningIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site makes a browser send with somebody's session does nothing. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class CrossSiteRequestsTest {

    private final SigningIn.Browser browser = new SigningIn.Browser();

    @BeforeEach
    void signIn() {
        Neighbours.reset();
        browser.visit("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "nonsense"})
    void aChangeFromElsewhereIsRefused(String site) {
        for (String path : new String[] {"/berichten/x", "/no-such-page", "/api/v1/stories"}) {
            HttpResponse<String> answer = browser.post(path, "a=b", site);

            assertEquals(403, answer.statusCode(), path);
        }
        assertTrue(Neighbours.CONTENT.requests().isEmpty());
    }

    @Test
    void aChangeFromOurOwnPagesIsNot() {
        assertNotEquals(403, browser.post("/api/v1/stories", "a=b").statusCode());
        assertEquals(1, Neighbours.CONTENT.requests().size());
    }
}
