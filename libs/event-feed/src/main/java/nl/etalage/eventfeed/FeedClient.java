package nl.etalage.eventfeed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks another service's feed for its next batch, and believes nothing it can't check. */
final class FeedClient {

    /** 1000 events of 16 KiB and their envelopes. */
    private static final int MAX_ANSWER_BYTES = 24 * 1024 * 1024;

    private final HttpClient client;
    private final URI source;
    private final Supplier<String> bearerToken;
    private final ObjectMapper json;
    private final Duration patience;

    /** @param patience for a whole answer; the client's own time-out would end at the headers */
    FeedClient(HttpClient client, URI source, Supplier<String> bearerToken, ObjectMapper json, Duration patience) {
        this.patience = patience;
        this.client = client;
        this.source = source;
        this.bearerToken = bearerToken;
        this.json = json;
    }

    /**
     * The events after a position.
     *
     * @param wait whether to wait for one when there is none
     * @throws IOException when there is no answer in time, or one that isn't a batch of events after that position
     */
    List<FeedEvent> next(long after, boolean wait) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(request(after, wait));
        if (response.statusCode() != 200) {
            throw new IOException(source + " answered " + response.statusCode());
        }
        return parse(response.body(), after);
    }

    private HttpRequest request(long after, boolean wait) {
        String query = (source.getRawQuery() == null ? "?" : "&") + "lastEventId=" + after
                + (wait ? "&timeout=" + FeedReader.MAX_WAIT.toMillis() : "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(source + query)).header("Accept", CloudEvent.BATCH);
        String token = bearerToken.get();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, headers -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            return exchange.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException(source + " gave no whole answer within " + patience, e);
        } catch (ExecutionException e) {
            throw new IOException("No answer from " + source + ": " + e.getCause(), e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private List<FeedEvent> parse(byte[] body, long after) throws IOException {
        try {
            List<FeedEvent> events = new ArrayList<>();
            long position = after;
            for (CloudEvent wire : requireArray(json.readValue(body, CloudEvent[].class))) {
                FeedEvent event = wire.toFeedEvent();
                if (event.position() <= position) {
                    throw new IOException(
                            source + " gave event " + event.position() + " after " + position + ", out of order");
                }
                position = event.position();
                events.add(event);
            }
            return events;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException(source + " gave no batch of events: " + e.getMessage(), e);
        }
    }

    private static CloudEvent[] requireArray(CloudEvent[] batch) {
        if (batch == null || Arrays.asList(batch).contains(null)) {
            throw new IllegalArgumentException("null in place of an event");
        }
        return batch;
    }

    /** Gathers a body up to a bound, and hangs up beyond it. */
    private static final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

        private final HttpResponse.BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.Subscription subscription;
        private long room;

        BoundedBody(int bytes) {
            room = bytes;
            whole.getBody().whenComplete((bytesRead, failure) -> {
                if (failure == null) {
                    body.complete(bytesRead);
                } else {
                    body.completeExceptionally(failure);
                }
            });
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription upstream) {
            subscription = upstream;
            whole.onSubscribe(upstream);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            room -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (room < 0) {
                subscription.cancel();
                body.completeExceptionally(new IOException("The answer is bigger than a batch of events can be"));
            } else {
                whole.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.onError(failure);
        }

        @Override
        public void onComplete() {
            whole.onComplete();
        }
    }
}
