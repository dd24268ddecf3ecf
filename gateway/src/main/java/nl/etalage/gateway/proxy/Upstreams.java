package nl.etalage.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import nl.etalage.gateway.GatewaySettings;
import nl.etalage.gateway.calls.Answers;
import nl.etalage.gateway.calls.BodySize;
import nl.etalage.gateway.calls.Call;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;

/** Hands requests to the services, each behind its own connections and its own circuit. */
@ApplicationScoped
class Upstreams {

    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final Map<Neighbour, Upstream> upstreams = new EnumMap<>(Neighbour.class);
    private final ProxySettings settings;
    private final URI publicUrl;
    private final Surroundings surroundings;

    Upstreams(Vertx vertx, GatewaySettings gateway, ProxySettings settings, Answers answers, Clock clock) {
        this.settings = settings;
        publicUrl = gateway.publicUrl();
        surroundings = new Surroundings(
                vertx,
                answers,
                publicUrl.toString(),
                new AnswerDate(clock),
                settings.bodyPace(),
                settings.leastPerPace().asLongValue());
        upstreams.put(Neighbour.SHOPS, new Upstream(vertx, gateway.shopsUrl(), publicUrl, settings));
        upstreams.put(Neighbour.CONTENT, new Upstream(vertx, gateway.contentUrl(), publicUrl, settings));
        upstreams.put(Neighbour.SCHEDULING, new Upstream(vertx, gateway.schedulingUrl(), publicUrl, settings));
    }

    /** How many bytes this request may bring. */
    long limit(HttpServerRequest request) {
        return (BodySize.upload(request) ? settings.maxUpload() : settings.maxBody()).asLongValue();
    }

    /**
     * Sends a request on and its answer back, without holding either.
     *
     * @param bearer access token that replaces the caller's credential, or null
     * @throws ProblemException 503 when this service has as many requests as it may have
     */
    void pass(Call call, Neighbour neighbour, String bearer) {
        HttpServerRequest request = call.request();
        Upstream upstream = upstreams.get(neighbour);
        boolean waits = request.path().endsWith("/events");
        Room room = upstream.room(waits);
        if (!room.enter()) {
            throw HttpProblem.UNAVAILABLE.because().header("Retry-After", "1");
        }
        call.whenEnded(room::leave);
        String uri = request.query() == null ? request.path() : request.path() + "?" + request.query();
        Passage passage = new Passage(
                call,
                uri,
                bearer,
                limit(request),
                waits ? settings.eventHeaderTimeout() : settings.headerTimeout(),
                waits,
                publicUrl);
        if (BodySize.none(request)) {
            new BodylessExchange(upstream, passage, surroundings).begin();
            return;
        }
        Exchange exchange = new Exchange(upstream, passage, surroundings);
        HttpProxy.reverseProxy(OPTIONS, upstream.client(waits))
                .addInterceptor(exchange)
                .origin(exchange)
                .handle(request);
    }
}
