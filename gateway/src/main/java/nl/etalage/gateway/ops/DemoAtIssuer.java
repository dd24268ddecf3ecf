package nl.etalage.gateway.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether an issuer still lets in whom the demo made: tried as anybody could, at its token endpoint.
 *
 * @param reached whether the issuer answered
 * @param accepted what it let in, in words, each with what to remove
 */
record DemoAtIssuer(boolean reached, List<String> accepted) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String ADMIN = "grant_type=password&client_id=etalage-cli&username=admin&password=admin";
    private static final String WEBSHOP =
            "grant_type=client_credentials&client_id=webshop-zeist&client_secret=webshop-zeist-demo";

    /** As the realm file has it, URL-encoded: what Keycloak keeps when the variable was not there at the import. */
    private static final String NOT_FILLED_IN = "grant_type=client_credentials&client_id=etalage-integrations"
            + "&client_secret=%24%7BETALAGE_INTEGRATIONS_SECRET%7D";

    private static final Map<String, String> ATTEMPTS = Map.of(
            NOT_FILLED_IN,
            "the issuer's client etalage-integrations, which may change every client, has the name of a variable as its "
                    + "secret: give it another one",
            ADMIN,
            "the issuer accepts the demo's admin with password admin: remove the people and the client etalage-cli of "
                    + "the demo from the realm",
            WEBSHOP,
            "the issuer accepts the demo's client webshop-zeist: remove the webshop clients of the demo from the realm");

    static DemoAtIssuer ask(URI issuer) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            URI endpoint = tokenEndpoint(client, issuer);
            List<String> accepted = new ArrayList<>();
            for (Map.Entry<String, String> attempt : ATTEMPTS.entrySet()) {
                if (accepts(client, endpoint, attempt.getKey())) {
                    accepted.add(attempt.getValue());
                }
            }
            return new DemoAtIssuer(true, accepted.stream().sorted().collect(Collectors.toList()));
        } catch (IOException away) {
            return new DemoAtIssuer(false, List.of());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new DemoAtIssuer(false, List.of());
        }
    }

    private static URI tokenEndpoint(HttpClient client, URI issuer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        JsonNode endpoint = new ObjectMapper().readTree(answer.body()).path("token_endpoint");
        if (!endpoint.isTextual()) {
            throw new IOException("no token endpoint");
        }
        return URI.create(endpoint.asText());
    }

    private static boolean accepts(HttpClient client, URI endpoint, String form)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }
}
