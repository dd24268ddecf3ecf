package nl.etalage.gateway.malformed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemDocument;
import nl.etalage.problem.Sentences;

/**
 * Answers what is not HTTP, in the words that every other error has: a bad request line, an address or headers that are
 * too long, a head that trickles in, a body whose chunks make no sense. It is the last thing on its connection. What comes after a request whose
 * answer is still under way gets no second answer: the connection closes.
 */
// What becomes of a write is told to its promise, and a connection that breaks has nobody left to be told.
@SuppressWarnings("FutureReturnValueIgnored")
final class MalformedRequests extends ChannelDuplexHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How long a caller may go on sending after the answer; closing at once would make it lose the answer. */
    private static final Duration LINGER = Duration.ofMillis(500);

    private final Duration patience;
    private ChannelHandlerContext connection;
    private ScheduledFuture<?> alarm;
    private long understood;
    private boolean inBody;
    private int unanswered;
    private boolean answering;
    private boolean refused;

    /** @param patience how long the head of a request may take from its first byte */
    MalformedRequests(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection = context;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopWaiting();
        context.fireChannelInactive();
    }

    /** How many parts of requests came through here so far. */
    long understood() {
        return understood;
    }

    /**
     * Bytes came that are the beginning of a head. Many connections that each send one more byte now and then would
     * otherwise cost their senders nothing, and us a connection each.
     */
    void awaitTheRest() {
        if (alarm == null && !inBody && !refused) {
            alarm = connection.executor().schedule(this::tooSlow, patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tooSlow() {
        alarm = null;
        if (unanswered > 0) {
            // Whoever came before on this connection gets its answer first.
            awaitTheRest();
        } else {
            refuse(connection, HttpProblem.REQUEST_TIMEOUT, null);
        }
    }

    private void stopWaiting() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        understood++;
        stopWaiting();
        if (message instanceof HttpRequest) {
            unanswered++;
            inBody = true;
        }
        if (message instanceof LastHttpContent) {
            inBody = false;
        }
        if (message instanceof HttpObject part && part.decoderResult().isFailure() && unanswered == 1 && !answering) {
            refuse(context, part);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void refuse(ChannelHandlerContext context, HttpObject part) {
        Throwable cause = part.decoderResult().cause();
        refuse(context, problem(cause), part instanceof HttpRequest request ? request.headers() : null);
        if (part instanceof HttpContent) {
            // Whoever is at work on the body hears that it will never be whole; its own answer comes too late.
            context.fireExceptionCaught(cause);
        }
        ReferenceCountUtil.release(part);
    }

    private void refuse(ChannelHandlerContext context, HttpProblem problem, HttpHeaders asked) {
        refused = true;
        context.writeAndFlush(answer(problem, asked));
        context.executor().schedule(() -> context.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
        context.read();
    }

    private static HttpProblem problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return HttpProblem.URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException
                ? HttpProblem.HEADERS_TOO_LARGE
                : HttpProblem.INVALID_REQUEST;
    }

    private static FullHttpResponse answer(HttpProblem problem, HttpHeaders asked) {
        Sentences sentences = Sentences.forHeader(asked == null ? null : asked.get(HttpHeaderNames.ACCEPT_LANGUAGE));
        byte[] body;
        try {
            body = JSON.writeValueAsBytes(ProblemDocument.of(problem, sentences));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A problem document could not be written", unwritable);
        }
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LANGUAGE, sentences.language().toLanguageTag())
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("x-content-type-options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, "close");
        return response;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.setSuccess();
            return;
        }
        if (message instanceof HttpResponse response) {
            answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && answering) {
            answering = false;
            unanswered--;
        }
        context.write(message, promise);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (refused) {
            context.executor().schedule(() -> context.close(promise), LINGER.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            context.close(promise);
        }
    }
}
