package nl.etalage.scheduling.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Calls servers of strangers: only public ones, without following redirects, with one deadline over connection, headers
 * and body, and with a bounded body. What a server does is a {@link Reply}, never an exception.
 */
@ApplicationScoped
public class PlatformHttp {

    /** The longest answer we read is a list of 40 statuses, well within this. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final String AGENT = "Etalage (+https://etalage.nl)";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerGuard guard;
    private final Duration callTimeout;
    private final HttpClient client;

    @Inject
    PlatformHttp(ServerGuard guard, PlatformConfiguration configuration) {
        this(guard, configuration.connectTimeout(), configuration.callTimeout());
    }

    /** With its own limits; also for tests. */
    public PlatformHttp(ServerGuard guard, Duration connectTimeout, Duration callTimeout) {
        this.guard = guard;
        this.callTimeout = callTimeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A request to an account's server, with its token. */
    public HttpRequest.Builder request(Account account, String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(bare(account.server()) + pathAndQuery))
                .header("Authorization", "Bearer " + account.accessToken())
                .header("Accept", "application/json")
                .header("User-Agent", AGENT);
    }

    /** Makes the call. */
    public Reply call(Account account, HttpRequest request) {
        ServerGuard.Verdict verdict = guard.check(account.server());
        if (verdict != ServerGuard.Verdict.FINE) {
            return verdict == ServerGuard.Verdict.UNKNOWN ? new Reply.Unsent() : new Reply.Forbidden();
        }
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(request, response -> new BoundedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = call.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answer(response.statusCode(), response.headers(), json(response.body()));
        } catch (TimeoutException tooLate) {
            call.cancel(true);
            return new Reply.Lost();
        } catch (ExecutionException failure) {
            return neverConnected(failure.getCause()) ? new Reply.Unsent() : new Reply.Lost();
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Lost();
        }
    }

    private static boolean neverConnected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException malformed) {
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new IllegalStateException("Reading from memory can't fail", impossible);
        }
    }

    private static String bare(URI server) {
        return server.toString().replaceAll("/+$", "");
    }
}
