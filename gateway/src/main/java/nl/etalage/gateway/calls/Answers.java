package nl.etalage.gateway.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import nl.etalage.problem.ProblemDocument;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Sentences;

/** What the gateway says for itself: always a problem, in the caller's language. */
@ApplicationScoped
public class Answers {

    /** As much of an unwanted body is read and thrown away, so that the caller gets to read the answer. */
    private static final long DRAINED = 1024 * 1024;

    /** How long a caller may go on sending after the answer. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final ObjectMapper json;
    private final Vertx vertx;

    public Answers(ObjectMapper json, Vertx vertx) {
        this.json = json;
        this.vertx = vertx;
    }

    /** Answers and is done with the request, its unread body included. */
    public void refuse(Call call, ProblemException problem) {
        HttpServerRequest request = call.request();
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Buffer body = write(call, problem, response.headers());
        if (!HttpMethod.HEAD.equals(request.method()) && request.version() != HttpVersion.HTTP_1_0) {
            // Too small to gain by compression; the HTTP layer takes this out again.
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        boolean lastOfConnection = letGo(request);
        if (lastOfConnection) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.setStatusCode(problem.type().status()).end(body);
    }

    /** Puts the headers of a problem in place and gives its body. */
    public Buffer write(Call call, ProblemException problem, MultiMap headers) {
        Sentences sentences = Sentences.forHeader(call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        call.answeredWith(problem.type().slug());
        headers.set(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .set(HttpHeaders.CONTENT_LANGUAGE, sentences.language().toLanguageTag())
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .set(ProblemDocument.TYPE_HEADER, problem.type().type().toString());
        problem.headers().forEach(headers::set);
        try {
            return Buffer.buffer(json.writeValueAsBytes(ProblemDocument.of(problem, sentences)));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A problem document could not be written", unwritable);
        }
    }

    /**
     * Takes care of a body that nobody will read: a small one is read to its end, so that the connection can be used
     * again; after a large one the connection closes.
     *
     * @return whether the connection closes
     */
    public boolean letGo(HttpServerRequest request) {
        if (request.isEnded()) {
            return false;
        }
        if (BodySize.announced(request) <= DRAINED && !BodySize.chunked(request)) {
            request.resume();
            return false;
        }
        close(request);
        return true;
    }

    /** Closes the connection of a request, once its sender had the time to read the answer. */
    public void close(HttpServerRequest request) {
        long[] read = {0};
        request.exceptionHandler(gone -> request.connection().close());
        request.handler(buffer -> {
            read[0] += buffer.length();
            if (read[0] > DRAINED) {
                request.connection().close();
            }
        });
        request.resume();
        vertx.setTimer(LINGER.toMillis(), late -> request.connection().close());
    }
}
