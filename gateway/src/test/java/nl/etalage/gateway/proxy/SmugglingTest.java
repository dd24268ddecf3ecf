package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.RawHttp;
import nl.etalage.gateway.SigningIn;
import nl.etalage.testing.FakeNeighbour;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a caller does to the frame of a request, a service hears one request for it or none, and no header but those
 * that came as headers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-11.2">RFC 9112, request smuggling</a>
 */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class SmugglingTest {

    private static final String HIDDEN = "GET /api/v1/shops HTTP/1.1\r\nHost: x\r\nX-Smuggled: yes\r\n\r\n";

    @BeforeEach
    void quiet() {
        Neighbours.reset();
        Neighbours.CONTENT.answer("POST", "/api/v1/stories", 201, "{}");
        Neighbours.SHOPS.answer("GET", "/api/v1/me", 200, "{}");
    }

    private static String bearer() {
        return "Authorization: Bearer " + Tokens.person("admin") + "\r\n";
    }

    private static String post(String framing, String body) {
        return "POST /api/v1/stories HTTP/1.1\r\nHost: localhost\r\n" + bearer()
                + "Content-Type: application/json\r\nConnection: close\r\n" + framing + "\r\n" + body;
    }

    static Stream<Arguments> framings() {
        String chunks = "2\r\n{}\r\n0\r\n\r\n";
        return Stream.of(
                Arguments.of("length and chunks", post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", chunks)),
                Arguments.of("chunks and length", post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", chunks)),
                Arguments.of("two different lengths", post("Content-Length: 2\r\nContent-Length: 200\r\n", "{}")),
                Arguments.of("a list of lengths", post("Content-Length: 2, 200\r\n", "{}")),
                Arguments.of("a length with a sign", post("Content-Length: +2\r\n", "{}")),
                Arguments.of("a length in hexadecimal", post("Content-Length: 0x2\r\n", "{}")),
                Arguments.of("a length with a space in it", post("Content-Length: 2 0\r\n", "{}")),
                Arguments.of("a space before the colon", post("Content-Length : 2\r\n", "{}")),
                Arguments.of(
                        "chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunks)),
                Arguments.of("chunked and identity", post("Transfer-Encoding: chunked, identity\r\n", chunks)),
                Arguments.of(
                        "a coding nobody knows", post("Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n", "{}")),
                Arguments.of(
                        "chunked with a vertical tab",
                        post("Transfer-Encoding: \u000bchunked\r\nContent-Length: 2\r\n", "{}")),
                Arguments.of(
                        "a folded coding", post("Transfer-Encoding:\r\n chunked\r\nContent-Length: 2\r\n", chunks)),
                Arguments.of(
                        "a coding hidden by a bare LF",
                        post("X: y\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n", "{}")),
                Arguments.of(
                        "a coding hidden by a bare CR",
                        post("X: y\rTransfer-Encoding: chunked\r\nContent-Length: 2\r\n", "{}")),
                Arguments.of(
                        "a chunk size beyond all bounds",
                        post("Transfer-Encoding: chunked\r\n", "ffffffffffffffff2\r\n{}\r\n0\r\n\r\n")),
                Arguments.of(
                        "a chunk with a bare LF in its extension",
                        post("Transfer-Encoding: chunked\r\n", "2;\n{}\r\n0\r\n\r\n")),
                Arguments.of(
                        "a chunk longer than it says", post("Transfer-Encoding: chunked\r\n", "1\r\n{}\r\n0\r\n\r\n")),
                Arguments.of("a negative chunk", post("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n")),
                Arguments.of(
                        "trailers that would be headers",
                        post(
                                "Transfer-Encoding: chunked\r\n",
                                "2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\nContent-Length: 5\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("framings")
    void aServiceHearsOneRequestOrNone(String what, String request) {
        String answer = RawHttp.send(request + HIDDEN);

        int status = RawHttp.status(answer);
        assertTrue(status == 201 || status / 100 == 4 || answer.isEmpty(), answer);
        assertTrue(
                Neighbours.SHOPS.requests().isEmpty(),
                Neighbours.SHOPS.requests().toString());
        assertTrue(Neighbours.CONTENT.requests().size() <= 1);
        for (FakeNeighbour.Request heard : Neighbours.CONTENT.requests()) {
            assertEquals("POST", heard.method());
            assertTrue(heard.body().isEmpty() || heard.body().equals("{}"), heard.body());
            assertFalse(
                    heard.header("Content-Length") != null && heard.header("Transfer-Encoding") != null,
                    heard.headers().toString());
        }
    }

    static Stream<Arguments> injections() {
        return Stream.of(
                Arguments.of("a header in the path", "/api/v1/me HTTP/1.1\r\nX-Injected: yes\r\nX: "),
                Arguments.of("an encoded line end in the path", "/api/v1/me%0d%0aX-Injected:%20yes"),
                Arguments.of("an encoded line feed in the query", "/api/v1/me?q=%0aX-Injected:%20yes"),
                Arguments.of("a tab in the path", "/api/v1/me\tX-Injected:yes"),
                Arguments.of("a NUL in the path", "/api/v1/me\0X-Injected:yes"),
                Arguments.of(
                        "letters that end in a line end when cut to a byte", "/api/v1/me\u560d\u560aX-Injected:yes"),
                Arguments.of("a fragment", "/api/v1/me#X-Injected"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("injections")
    void noPathBecomesAHeader(String what, String target) {
        RawHttp.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + bearer() + "\r\n");

        for (FakeNeighbour.Request heard : Neighbours.SHOPS.requests()) {
            boolean asHeader = what.equals("a header in the path");
            assertTrue(
                    asHeader || heard.header("X-Injected") == null,
                    heard.headers().toString());
            assertEquals("/api/v1/me", heard.path().replaceFirst("\\?.*", ""));
        }
    }

    @Test
    void aHeaderFoldedOverTwoLinesReachesAServiceAsOne() {
        RawHttp.send("GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + bearer()
                + "X-Note: one\r\n Cookie: q_session=stolen\r\n\r\n");

        for (FakeNeighbour.Request heard : Neighbours.SHOPS.requests()) {
            assertEquals(null, heard.header("Cookie"));
            assertEquals("one Cookie: q_session=stolen", heard.header("X-Note"));
        }
    }

    @Test
    void anAddressOfSomebodyElseInTheRequestLineLeadsNowhereElse() {
        String answer = RawHttp.send("GET http://169.254.169.254/api/v1/me HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n" + bearer() + "\r\n");

        int status = RawHttp.status(answer);
        assertTrue(status == 200 || status / 100 == 4, answer);
        for (FakeNeighbour.Request heard : Neighbours.SHOPS.requests()) {
            assertEquals("/api/v1/me", heard.path());
            assertEquals("localhost:" + Neighbours.port(), heard.header("Host"));
        }
    }

    static List<String> twoHosts() {
        return List.of("Host: localhost\r\nHost: evil.example\r\n", "Host: localhost\r\nhost: localhost\r\n");
    }

    @ParameterizedTest
    @MethodSource("twoHosts")
    void twoHostsAreNone(String hosts) {
        String answer =
                RawHttp.send("GET /api/v1/me HTTP/1.1\r\n" + hosts + "Connection: close\r\n" + bearer() + "\r\n");

        assertEquals(400, RawHttp.status(answer), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("application/problem+json"), answer);
        assertTrue(Neighbours.SHOPS.requests().isEmpty());
    }
}
