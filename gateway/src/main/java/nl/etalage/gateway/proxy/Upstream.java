package nl.etalage.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.tracing.TracingPolicy;
import java.net.URI;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;

/** One service behind the gateway: how to reach it, and whether it answers. */
final class Upstream {

    private static final String HTTPS = "https";

    private final Circuit circuit;
    private final HttpClient requests;
    private final HttpClient events;
    private final RequestOptions target;
    private final HostAndPort publicAuthority;
    private final String origin;
    private final Room room;
    private final Room eventRoom;

    Upstream(Vertx vertx, URI service, URI publicUrl, ProxySettings settings) {
        circuit = new Circuit(settings.failuresToOpen(), settings.openFor(), System::nanoTime);
        requests = client(vertx, settings, settings.connections());
        events = client(vertx, settings, settings.eventConnections());
        target = new RequestOptions()
                .setHost(service.getHost())
                .setPort(port(service))
                .setSsl(HTTPS.equals(service.getScheme()))
                .setConnectTimeout(settings.connectTimeout().toMillis());
        publicAuthority = HostAndPort.create(publicUrl.getHost(), port(publicUrl));
        origin = service.getScheme() + "://" + service.getAuthority();
        room = new Room(settings.connections() + settings.waiting());
        eventRoom = new Room(settings.eventConnections());
    }

    private static HttpClient client(Vertx vertx, ProxySettings settings, int connections) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setIdleTimeout((int) settings.idleTimeout().toSeconds())
                // Shorter than any service keeps an idle connection, so that it is rarely closed under a request.
                .setKeepAliveTimeout(20)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(32 * 1024)
                .setTracingPolicy(TracingPolicy.IGNORE);
        return vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(settings.waiting()));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return HTTPS.equals(uri.getScheme()) ? 443 : 80;
    }

    Circuit circuit() {
        return circuit;
    }

    /** The client for ordinary requests, or the one for callers who wait. */
    HttpClient client(boolean waits) {
        return waits ? events : requests;
    }

    /** How many more requests this service may have, of the ordinary kind or of callers who wait. */
    Room room(boolean waits) {
        return waits ? eventRoom : room;
    }

    /** A request to this service that names the gateway's public address as its host. */
    Future<HttpClientRequest> open(boolean waits) {
        return client(waits).request(target).map(request -> request.authority(publicAuthority));
    }

    /** What is said while it does not answer. */
    ProblemException unavailable() {
        return HttpProblem.UNAVAILABLE.because().header("Retry-After", Long.toString(circuit.retryAfterSeconds()));
    }

    /** Scheme and authority of the service, which no answer may show. */
    String origin() {
        return origin;
    }
}
