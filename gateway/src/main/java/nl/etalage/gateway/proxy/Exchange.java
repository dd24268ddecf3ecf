package nl.etalage.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import nl.etalage.gateway.calls.BodySize;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.jboss.logging.Logger;

/** One request with a body on its way to a service and back: its headers, its limits and its clock. */
final class Exchange implements ProxyInterceptor, OriginRequestProvider {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    /** Cancelled (RFC 9113, section 7); on HTTP/1.1 the connection closes. */
    private static final long CANCEL = 0x8;

    private final Upstream upstream;
    private final Passage passage;
    private final Surroundings surroundings;
    private HttpClientRequest current;
    private LimitedBody body;
    private boolean bodyPassed;
    private boolean refused;
    private boolean late;
    private boolean answered;
    private long timer = -1;

    Exchange(Upstream upstream, Passage passage, Surroundings surroundings) {
        this.upstream = upstream;
        this.passage = passage;
        this.surroundings = surroundings;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest received = request.proxiedRequest();
        request.setURI(passage.uri());
        MultiMap sent = MultiMap.caseInsensitiveMultiMap();
        RequestHeaders.toService(received.headers(), sent, passage);
        request.headers().clear().addAll(sent);
        body = new LimitedBody(received, passage.limit(), this::bodyHasPassed);
        long length = BodySize.chunked(received) ? -1 : BodySize.announced(received);
        request.setBody(Body.body(body, length));
        watchPace();
        if (!upstream.circuit().permits()) {
            return refuse(context, upstream.unavailable());
        }
        return context.sendRequest().transform(outcome -> {
            stopClock();
            if (outcome.succeeded()) {
                answered = true;
                upstream.circuit().answered();
                return Future.succeededFuture(outcome.result());
            }
            return failed(context, outcome.cause());
        });
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        return upstream.open(passage.waits()).map(request -> {
            current = request;
            // What goes wrong arrives with the answer; without a handler it would be logged as well.
            request.exceptionHandler(alsoInTheAnswer -> {});
            if (bodyPassed) {
                startClock();
            }
            return request;
        });
    }

    private void watchPace() {
        surroundings.vertx().setPeriodic(surroundings.pace().toMillis(), asked -> {
            if (answered || refused || !body.keepsPace(surroundings.leastPerPace())) {
                surroundings.vertx().cancelTimer(asked);
            }
        });
    }

    private void bodyHasPassed() {
        bodyPassed = true;
        if (!answered) {
            startClock();
        }
    }

    private void startClock() {
        HttpClientRequest awaited = current;
        stopClock();
        timer = surroundings.vertx().setTimer(passage.patience().toMillis(), rang -> {
            late = true;
            awaited.reset(CANCEL, new TimeoutException());
        });
    }

    private void stopClock() {
        if (timer >= 0) {
            surroundings.vertx().cancelTimer(timer);
            timer = -1;
        }
    }

    private Future<ProxyResponse> failed(ProxyContext context, Throwable cause) {
        HttpServerRequest received = context.request().proxiedRequest();
        if (received.response().closed()) {
            // Nobody is there to answer.
            refused = true;
            return Future.failedFuture(cause);
        }
        if (body.exceeded()) {
            return refuse(context, HttpProblem.CONTENT_TOO_LARGE.because());
        }
        if (body.trickles()) {
            return refuse(context, HttpProblem.REQUEST_TIMEOUT.because());
        }
        if (late) {
            upstream.circuit().failed();
            return refuse(context, HttpProblem.GATEWAY_TIMEOUT.because());
        }
        if (givenUp(cause)) {
            return refuse(context, HttpProblem.INVALID_REQUEST.because());
        }
        upstream.circuit().failed();
        LOG.debugf(cause, "%s did not answer", upstream.origin());
        return refuse(context, neverArrived(cause) ? upstream.unavailable() : HttpProblem.BAD_GATEWAY.because());
    }

    /**
     * Whether the proxy itself broke off the request: it does so where the caller's body cannot be read,
     * and takes the place of whoever listens for that.
     */
    private static boolean givenUp(Throwable cause) {
        return cause instanceof StreamResetException;
    }

    private boolean neverArrived(Throwable cause) {
        return current == null || cause instanceof ConnectException;
    }

    private Future<ProxyResponse> refuse(ProxyContext context, ProblemException problem) {
        refused = true;
        HttpServerRequest received = context.request().proxiedRequest();
        ProxyResponse answer = context.request().response();
        Buffer text = surroundings.answers().write(passage.call(), problem, answer.headers());
        boolean trickles = body.trickles();
        if (trickles) {
            surroundings.answers().close(received);
        }
        if (trickles || surroundings.answers().letGo(received)) {
            answer.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        return Future.succeededFuture(
                answer.setStatusCode(problem.type().status()).setBody(Body.body(text)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        if (refused) {
            return context.sendResponse();
        }
        ProxyResponse answer = context.response();
        answer.setStatusMessage(null);
        boolean explained = ResponseHeaders.explained(answer.headers());
        MultiMap sent = MultiMap.caseInsensitiveMultiMap();
        ResponseHeaders.toCaller(answer.headers(), sent, upstream.origin(), surroundings.publicUrl());
        answer.headers().clear().addAll(sent);
        if (answer.getStatusCode() >= 500 && !explained) {
            replace(answer);
        } else if (explained && answer.getBody() != null) {
            overhear(answer);
        }
        encode(context, answer);
        if (unframed(context, answer)) {
            return streamUntilClosed(context, answer);
        }
        return context.sendResponse();
    }

    private void overhear(ProxyResponse answer) {
        Body told = answer.getBody();
        answer.setBody(Body.body(new OverheardProblem(told.stream(), passage.call()::answeredWith), told.length()));
    }

    private static void encode(ProxyContext context, ProxyResponse answer) {
        HttpServerRequest received = context.request().proxiedRequest();
        long length = answer.getBody() == null ? 0 : answer.getBody().length();
        Encoding.decide(received, answer.getStatusCode(), answer.headers(), length);
    }

    /** A failure that a service could not put into words is not shown: it may hold what is nobody's business. */
    private void replace(ProxyResponse answer) {
        LOG.warnf("%s answered %d without a problem", upstream.origin(), answer.getStatusCode());
        answer.release();
        ProblemException problem = HttpProblem.BAD_GATEWAY.because();
        Buffer text = surroundings.answers().write(passage.call(), problem, answer.headers());
        answer.setStatusCode(problem.type().status()).setBody(Body.body(text));
    }

    private static boolean unframed(ProxyContext context, ProxyResponse answer) {
        return context.request().version() == HttpVersion.HTTP_1_0
                && answer.getBody() != null
                && answer.getBody().length() < 0;
    }

    /** HTTP/1.0 knows no chunks. The proxy would hold the whole body to count it; the end of the connection says as much. */
    private static Future<Void> streamUntilClosed(ProxyContext context, ProxyResponse answer) {
        HttpServerRequest received = context.request().proxiedRequest();
        received.response().setStatusCode(answer.getStatusCode()).headers().addAll(answer.headers());
        received.response().headers().remove(HttpHeaders.TRANSFER_ENCODING);
        received.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        return answer.getBody().stream().pipeTo(received.response()).onComplete(done -> received.connection()
                .close());
    }
}
