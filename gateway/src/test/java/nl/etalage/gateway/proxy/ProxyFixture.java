package nl.etalage.gateway.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import nl.etalage.gateway.GatewaySettings;
import nl.etalage.gateway.calls.Answers;
import nl.etalage.gateway.calls.Call;
import nl.etalage.problem.ProblemException;

/** The proxy alone, before a service of the test's own making; every request is taken for one to content-service. */
final class ProxyFixture implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    /** @param service where requests go */
    ProxyFixture(URI service, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("etalage.issuer", "http://localhost:1/realms/etalage");
        all.put("etalage.public-url", "http://etalage.example");
        all.put("etalage.shops-url", service.toString());
        all.put("etalage.content-url", service.toString());
        all.put("etalage.scheduling-url", service.toString());
        all.put("etalage.session-secret", "none");
        all.put("etalage.console-client.secret", "none");
        all.put("etalage.service-client.secret", "none");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withDefaultValues(all)
                .addDiscoveredConverters()
                .withMapping(GatewaySettings.class)
                .withMapping(ProxySettings.class)
                .build();
        Answers answers = new Answers(new ObjectMapper(), vertx);
        Upstreams upstreams = new Upstreams(
                vertx,
                config.getConfigMapping(GatewaySettings.class),
                config.getConfigMapping(ProxySettings.class),
                answers,
                Clock.systemUTC());
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("localhost")
                        .setPort(0)
                        .setHttp2ClearTextEnabled(false)
                        .setCompressionSupported(true))
                .requestHandler(request -> {
                    request.pause();
                    Call call = new Call(request, "192.0.2.1", System.nanoTime());
                    request.response().endHandler(done -> call.end()).closeHandler(gone -> call.end());
                    try {
                        upstreams.pass(call, Neighbour.CONTENT, null);
                    } catch (ProblemException refused) {
                        answers.refuse(call, refused);
                    }
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return server.actualPort();
    }

    URI url(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    static URI of(ServerSocket socket) {
        return URI.create("http://localhost:" + ((InetSocketAddress) socket.getLocalSocketAddress()).getPort());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
