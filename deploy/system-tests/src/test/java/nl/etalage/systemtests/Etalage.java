package nl.etalage.systemtests;

import static io.restassured.RestAssured.given;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.etalage.local.Ports;
import nl.etalage.local.Stack;
import nl.etalage.local.StackOptions;

/** The whole of Etalage as {@code ./deploy/up} starts it, on free ports with data of its own, and its demo people. */
final class Etalage implements AutoCloseable {

    private static final Duration RENEW_BEFORE = Duration.ofMinutes(1);

    private final GreenMail mail;
    private final StackOptions options;
    private final Stack stack;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    private Etalage(StackOptions options, GreenMail mail) {
        this.options = options;
        this.mail = mail;
        this.stack = new Stack(options);
    }

    /** Starts from empty data, with the demo data brought in; mail comes to GreenMail. */
    static Etalage start() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        String port = Integer.toString(mail.getSmtp().getPort());
        try {
            StackOptions options = StackOptions.in(Path.of(System.getProperty("etalage.root")))
                    .data(Path.of(System.getProperty("etalage.data")))
                    .ports(Ports.free())
                    .fresh()
                    .environment("keycloak", Map.of("ETALAGE_SMTP_PORT", port))
                    .environment(
                            "shops-service",
                            Map.of("QUARKUS_MAILER_PORT", port, "ETALAGE_HOUSEKEEPING_CLIENTS_EVERY", "1S"))
                    .environment("gateway", Map.of("ETALAGE_USAGE_REPORT_EVERY", "1S"))
                    .environment("scheduling-service", Map.of("QUARKUS_MAILER_PORT", port));
            Etalage etalage = new Etalage(options, mail);
            etalage.stack.start();
            return etalage;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A request at the gateway without a credential. */
    RequestSpecification anonymous() {
        return given().baseUri(options.gateway()).header("Accept-Language", "nl");
    }

    /** A request at the gateway by a demo person, whose password is the user name. */
    RequestSpecification as(String person) {
        return with(token(person));
    }

    /** A request at the gateway by a shop's webshop. */
    RequestSpecification asWebshop(String shop) {
        return with(token("webshop-" + shop));
    }

    /** A request at the gateway with an access token. */
    RequestSpecification with(String token) {
        return anonymous().auth().oauth2(token);
    }

    /** An access token of a demo person or, such as {@code webshop-zeist}, of a shop's webshop. */
    String token(String who) {
        return who.startsWith("webshop-")
                ? token(
                        who,
                        Map.of("grant_type", "client_credentials", "client_id", who, "client_secret", who + "-demo"))
                : token(
                        who,
                        Map.of("grant_type", "password", "client_id", "etalage-cli", "username", who, "password", who));
    }

    /** What Keycloak answers to a client that asks for a token with its own credentials. */
    Response askToken(String clientId, String secret, Map<String, String> more) {
        return given().formParams(more)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", clientId)
                .formParam("client_secret", secret)
                .post(options.issuer() + "/protocol/openid-connect/token");
    }

    String issuer() {
        return options.issuer();
    }

    /** A request at the stand-in platform. */
    RequestSpecification platform() {
        return given().baseUri(options.standIn());
    }

    GreenMail mail() {
        return mail;
    }

    String gateway() {
        return options.gateway();
    }

    String standIn() {
        return options.standIn();
    }

    /** Ports where only our own parts should call. */
    List<Integer> innerPorts() {
        return Stream.of(Ports.Role.SHOPS, Ports.Role.CONTENT, Ports.Role.SCHEDULING, Ports.Role.POSTGRESQL)
                .map(options.ports()::of)
                .toList();
    }

    /** The process of a part of it. */
    long pid(String part) {
        return stack.pid(part);
    }

    /** Ends a service as {@code kill -9} does. */
    void kill(String service) {
        stack.kill(service);
    }

    void startAgain(String service) {
        stack.start(service);
    }

    Path log(String service) {
        return stack.log(service);
    }

    @Override
    public void close() {
        stack.close();
        mail.stop();
    }

    private synchronized String token(String who, Map<String, String> grant) {
        Token known = tokens.get(who);
        if (known != null && Instant.now().isBefore(known.until())) {
            return known.value();
        }
        var answer = given().formParams(grant)
                .post(options.issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Instant until = Instant.now().plusSeconds(answer.getLong("expires_in")).minus(RENEW_BEFORE);
        tokens.put(who, new Token(answer.getString("access_token"), until));
        return answer.getString("access_token");
    }
}
