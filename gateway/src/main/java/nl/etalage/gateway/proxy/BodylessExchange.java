package nl.etalage.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * One request without a body on its way to a service and back: its headers, its second try and its clock. By far most
 * requests are of this kind, so this one goes by Vert.x' client itself, and a small answer in one piece: the proxy, made
 * for streams both ways, costs as much again (docs/adr/0049).
 */
final class BodylessExchange {

    private static final Logger LOG = Logger.getLogger(BodylessExchange.class);

    /** Cancelled (RFC 9113, section 7); on HTTP/1.1 the connection closes. */
    private static final long CANCEL = 0x8;

    /** Bytes of an answer that may be held, so that it goes out at once. */
    private static final int ONE_PIECE = 64 * 1024;

    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Upstream upstream;
    private final Passage passage;
    private final Surroundings surroundings;
    private final HttpServerRequest received;
    private final HttpServerResponse response;
    private HttpClientRequest current;
    private boolean retried;
    private boolean late;
    private boolean over;
    private long timer = -1;

    BodylessExchange(Upstream upstream, Passage passage, Surroundings surroundings) {
        this.upstream = upstream;
        this.passage = passage;
        this.surroundings = surroundings;
        received = passage.call().request();
        response = received.response();
    }

    void begin() {
        received.resume();
        passage.call().whenEnded(this::end);
        attempt();
    }

    /** Answered, or nobody is there to answer any more: then the service needn't go on either. */
    private void end() {
        over = true;
        stopClock();
        if (!response.ended() && current != null) {
            current.reset(CANCEL);
        }
    }

    private void attempt() {
        if (!upstream.circuit().permits()) {
            refuse(upstream.unavailable());
            return;
        }
        upstream.open(passage.waits()).onComplete(opened -> {
            if (opened.failed()) {
                failed(opened.cause());
            } else if (over) {
                opened.result().reset(CANCEL);
            } else {
                send(opened.result());
            }
        });
    }

    private void send(HttpClientRequest request) {
        current = request;
        // What goes wrong arrives with the answer; without a handler it would be logged as well.
        request.exceptionHandler(alsoInTheAnswer -> {});
        request.setMethod(received.method()).setURI(passage.uri());
        try {
            RequestHeaders.toService(received.headers(), request.headers(), passage);
        } catch (IllegalArgumentException noHeader) {
            request.reset(CANCEL);
            refuse(HttpProblem.INVALID_REQUEST.because());
            return;
        }
        startClock(request);
        request.send().onComplete(sent -> {
            stopClock();
            if (sent.succeeded()) {
                upstream.circuit().answered();
                answered(sent.result());
            } else {
                failed(sent.cause());
            }
        });
    }

    private void startClock(HttpClientRequest awaited) {
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

    private void failed(Throwable cause) {
        if (over || response.closed()) {
            return;
        }
        if (late) {
            upstream.circuit().failed();
            refuse(HttpProblem.GATEWAY_TIMEOUT.because());
        } else if (REPEATABLE.contains(received.method()) && !retried) {
            retried = true;
            attempt();
        } else {
            upstream.circuit().failed();
            LOG.debugf(cause, "%s did not answer", upstream.origin());
            boolean neverArrived = current == null || cause instanceof ConnectException;
            refuse(neverArrived ? upstream.unavailable() : HttpProblem.BAD_GATEWAY.because());
        }
    }

    private void refuse(ProblemException problem) {
        surroundings.answers().refuse(passage.call(), problem);
    }

    private void answered(HttpClientResponse answer) {
        if (over) {
            current.reset(CANCEL);
            return;
        }
        boolean explained = ResponseHeaders.explained(answer.headers());
        if ((answer.statusCode() >= SERVER_ERROR && !explained) || !plainlyFramed(answer)) {
            // A failure that a service could not put into words is not shown: it may hold what is nobody's business.
            LOG.warnf("%s answered %d without a problem", upstream.origin(), answer.statusCode());
            current.reset(CANCEL);
            refuse(HttpProblem.BAD_GATEWAY.because());
            return;
        }
        long length = length(answer);
        if (length >= 0 && length <= ONE_PIECE) {
            answer.body().onComplete(read -> {
                if (read.failed()) {
                    failed(read.cause());
                } else if (!over) {
                    sendWhole(answer, read.result(), explained);
                }
            });
        } else {
            stream(answer, length, explained);
        }
    }

    private void sendWhole(HttpClientResponse answer, Buffer body, boolean explained) {
        if (explained) {
            OverheardProblem.name(body).ifPresent(passage.call()::answeredWith);
        }
        passHead(answer, body.length());
        response.end(body);
    }

    /** No transfer coding but chunked; what another one wraps, the caller could not unwrap. */
    private static boolean plainlyFramed(HttpClientResponse answer) {
        String coding = answer.getHeader(HttpHeaders.TRANSFER_ENCODING);
        return coding == null || coding.equalsIgnoreCase("chunked");
    }

    /** Bytes of the body that is to come; negative when unknown. */
    private long length(HttpClientResponse answer) {
        if (HttpMethod.HEAD.equals(received.method()) || WITHOUT_BODY.contains(answer.statusCode())) {
            return 0;
        }
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || answer.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? -1 : Long.parseLong(length);
    }

    private void passHead(HttpClientResponse answer, long length) {
        response.setStatusCode(answer.statusCode());
        ResponseHeaders.toCaller(answer.headers(), response.headers(), upstream.origin(), surroundings.publicUrl());
        surroundings.date().unlessDated(response.headers());
        Encoding.decide(received, answer.statusCode(), response.headers(), length);
    }

    private void stream(HttpClientResponse answer, long length, boolean explained) {
        passHead(answer, length);
        // HTTP/1.0 knows no chunks; the end of the connection says as much.
        boolean untilClosed = length < 0 && received.version() == HttpVersion.HTTP_1_0;
        if (untilClosed) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        } else if (length < 0) {
            response.setChunked(true);
        }
        ReadStream<Buffer> body = explained ? new OverheardProblem(answer, passage.call()::answeredWith) : answer;
        body.pipe().endOnFailure(false).to(response).onComplete(done -> {
            if (done.failed()) {
                current.reset(CANCEL);
                response.reset(CANCEL);
            } else if (untilClosed) {
                received.connection().close();
            }
        });
    }
}
