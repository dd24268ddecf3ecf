package nl.etalage.gateway.ops;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.etalage.gateway.GatewaySettings;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says which of the parts behind the gateway answer. The gateway itself is ready as long as it runs: with one service
 * away it serves the others, and taking it out of service would take those away as well.
 */
@Readiness
@ApplicationScoped
class NeighbourHealth implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Asked by anybody as often as they like; the parts are asked no oftener than this. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final HttpClient client;
    private final Clock clock;
    private final Map<String, URI> parts = new LinkedHashMap<>();
    private volatile Instant askedAt = Instant.MIN;
    private volatile Uni<HealthCheckResponse> last;

    NeighbourHealth(Vertx vertx, GatewaySettings settings, Clock clock) {
        this.clock = clock;
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
        parts.put("shops", settings.shopsUrl().resolve("/q/health/ready"));
        parts.put("content", settings.contentUrl().resolve("/q/health/ready"));
        parts.put("scheduling", settings.schedulingUrl().resolve("/q/health/ready"));
        parts.put("issuer", URI.create(settings.issuer() + "/.well-known/openid-configuration"));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        Instant now = clock.instant();
        Uni<HealthCheckResponse> known = last;
        if (known == null || askedAt.plus(REMEMBERED).isBefore(now)) {
            known = ask().memoize().indefinitely();
            last = known;
            askedAt = now;
        }
        return known;
    }

    private Uni<HealthCheckResponse> ask() {
        Map<String, Future<String>> answers = new LinkedHashMap<>();
        parts.forEach((name, address) -> answers.put(name, state(address)));
        return Uni.createFrom()
                .completionStage(Future.join(answers.values().stream().toList())
                        .map(all -> response(answers))
                        .toCompletionStage());
    }

    private static HealthCheckResponse response(Map<String, Future<String>> answers) {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("neighbours").up();
        answers.forEach((name, answer) -> response.withData(name, answer.result()));
        return response.build();
    }

    private Future<String> state(URI address) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setTimeout(PATIENCE.toMillis());
        return client.request(request)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.end().map(answer.statusCode() == 200 ? "answers" : "not ready"))
                .otherwise("away");
    }
}
