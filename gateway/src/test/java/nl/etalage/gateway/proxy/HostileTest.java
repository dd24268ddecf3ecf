package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import nl.etalage.gateway.Neighbours;
import nl.etalage.gateway.RawHttp;
import nl.etalage.gateway.SigningIn;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come in: an answer in the four hundreds, never a fault, and nothing inner reached. */
@QuarkusTest
@QuarkusTestResource(SigningIn.class)
@QuarkusTestResource(Neighbours.class)
class HostileTest {

    @BeforeEach
    void quiet() {
        Neighbours.reset();
    }

    private static String bearer() {
        return "Authorization: Bearer " + Tokens.person("admin") + "\r\n";
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + bearer() + "\r\n";
    }

    static List<String> waysToSomethingInner() {
        return List.of(
                get("/api/v1/../../internal/shops/zeist"),
                get("/api/v1/shops/../../../internal/shops/zeist"),
                get("/api/v1/shops/%2e%2e/%2e%2e/internal/shops/zeist"),
                get("/api/v1/shops/..%2f..%2finternal"),
                get("/api/v1/shops/..%5c..%5cinternal"),
                get("/api/v1//internal/shops/zeist"),
                get("//api/v1/shops"),
                get("//internal/shops/zeist"),
                get("/api/v1/shops//x"),
                get("/api/v1/./shops"),
                get("/api/v1/shops;/../internal"),
                get("/api/v1/%69nternal/shops/zeist"),
                get("/api/v1/events"),
                get("/internal/shops/zeist"),
                get("/events"),
                get("/api/v1/shops%00"),
                get("/api/v1/shops%0d%0aX-Injected:%20yes"),
                get("/API/v1/shops"),
                get("http://localhost/api/v1/../internal/x"),
                get("*"));
    }

    @ParameterizedTest
    @MethodSource("waysToSomethingInner")
    void noWayLeadsToSomethingInner(String request) {
        int status = RawHttp.status(RawHttp.send(request));

        assertTrue(status >= 400 && status < 500, "" + status);
        assertTrue(
                Neighbours.SHOPS.requests().isEmpty(),
                Neighbours.SHOPS.requests().toString());
        assertTrue(Neighbours.CONTENT.requests().isEmpty());
    }

    static List<String> brokenRequests() {
        String post = "POST /api/v1/stories HTTP/1.1\r\nHost: localhost\r\n" + bearer();
        return List.of(
                "nonsense\r\n\r\n",
                "GET\r\n\r\n",
                "GET /api/v1/shops\r\n\r\n",
                "GET /api/v1/shops HTTP/9.9\r\n\r\n",
                "GET /api/v1/shops HTTP/1.1\r\n\r\n",
                "GET /api/v1/shops HTTP/1.0\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET /sign-in HTTP/1.0\r\n\r\n",
                "GET /api/v1/sh ops HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/shops?q={|}^` HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/shops HTTP/1.1\r\nHost: x\r\nX-Big: " + "x".repeat(40_000) + "\r\n\r\n",
                "GET /api/v1/shops HTTP/1.1\r\nHost: x\r\n: no name\r\n\r\n",
                "GET /api/v1/shops HTTP/1.1\r\nHost: x\r\nBad Name: x\r\n\r\n",
                "GET /api/v1/shops HTTP/1.1\r\nHost: x\r\nX-Nul: a\0b\r\n\r\n",
                "GET /api/v1/shops HTTP/1.1\r\nHost: a b<>\r\nConnection: close\r\n\r\n",
                post + "Content-Length: -1\r\n\r\n",
                post + "Content-Length: abc\r\n\r\n",
                post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                post + "Content-Length: 99999999999999999999\r\n\r\n",
                post + "Content-Length: 99999999999\r\n\r\n",
                post + "Transfer-Encoding: gzip\r\n\r\n",
                post + "Transfer-Encoding: chunked, gzip\r\n\r\n",
                post + "Transfer-Encoding: xchunked\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n0\r\n\r\n",
                post + "Content-Type: application/json\r\nContent-Length: 2000000\r\n\r\n{}",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /berichten/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /console/%2e%2e/%2e%2e/application.properties HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("brokenRequests")
    void aBrokenRequestIsNeverOurFault(String request) {
        String answer = RawHttp.send(request);

        assertTrue(RawHttp.status(answer) < 500, answer);
        assertFalse(answer.contains("Exception"), answer);
        assertTrue(Neighbours.CONTENT.requests().isEmpty());
    }

    @Test
    void aSecondRequestHiddenInABodyIsNotHeard() {
        Neighbours.CONTENT.answer("POST", "/api/v1/stories", 201, "{}");
        String hidden = "GET /api/v1/campaigns HTTP/1.1\r\nHost: x\r\n" + bearer() + "\r\n";
        String request = "POST /api/v1/stories HTTP/1.1\r\nHost: x\r\n" + bearer()
                + "Content-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n" + Integer.toHexString(hidden.length()) + "\r\n" + hidden
                + "\r\n0\r\n\r\n";

        RawHttp.send(request);

        assertFalse(
                Neighbours.CONTENT.requests().stream()
                        .anyMatch(heard -> heard.path().contains("campaigns")),
                Neighbours.CONTENT.requests().toString());
    }

    @Test
    void aRefusedUploadStillGetsItsAnswer() {
        String request = "POST /api/v1/assets HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: 5000000\r\n\r\n" + "x".repeat(500_000);

        String answer = RawHttp.send(request);

        assertEquals(401, RawHttp.status(answer), answer);
        assertTrue(answer.contains("authentication-required"), answer);
    }

    @Test
    void whoExpectsToBeToldToGoOnIsTold() {
        Neighbours.CONTENT.answer("POST", "/api/v1/stories", 201, "{}");
        String head = "POST /api/v1/stories HTTP/1.1\r\nHost: x\r\n" + bearer()
                + "Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";

        String answer = RawHttp.send(head + "{}");

        assertTrue(answer.startsWith("HTTP/1.1 100 Continue"), answer);
        assertTrue(answer.contains("HTTP/1.1 201"), answer);
    }
}
