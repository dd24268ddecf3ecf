package nl.etalage.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** The body of a request on its way through: counted, stopped at the limit or when it trickles, and never held. */
final class LimitedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private final Runnable whenSent;
    private Handler<Throwable> exceptions = failure -> {};
    private long passed;
    private long passedBefore;
    private boolean paused;
    private boolean heldUp;
    private boolean ended;
    private boolean exceeded;
    private boolean trickles;

    /**
     * @param limit bytes that may pass
     * @param whenSent runs when the whole body has passed
     */
    LimitedBody(HttpServerRequest request, long limit, Runnable whenSent) {
        this.request = request;
        this.limit = limit;
        this.whenSent = whenSent;
    }

    /** Whether more came than may pass. */
    boolean exceeded() {
        return exceeded;
    }

    /** Whether it came so slowly that nobody waits for the rest. */
    boolean trickles() {
        return trickles;
    }

    /**
     * Stops the body when less than this has passed since the last time it was asked; a service that was slow to read
     * is no fault of the sender's.
     *
     * @param bytes that must have passed
     * @return whether there is more to come
     */
    boolean keepsPace(long bytes) {
        if (ended || exceeded || trickles) {
            return false;
        }
        if (!heldUp && passed - passedBefore < bytes) {
            trickles = true;
            exceptions.handle(new IllegalStateException("Less than " + bytes + " bytes came"));
            return false;
        }
        passedBefore = passed;
        heldUp = paused;
        return true;
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        request.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        if (exceeded || trickles) {
            return;
        }
        passed += buffer.length();
        if (passed > limit) {
            exceeded = true;
            exceptions.handle(new IllegalStateException("The body is larger than " + limit + " bytes"));
        } else {
            handler.handle(buffer);
        }
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        exceptions = handler == null ? failure -> {} : handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody endHandler(Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended = true;
                            if (!exceeded && !trickles) {
                                handler.handle(end);
                                whenSent.run();
                            }
                        });
        return this;
    }

    @Override
    public LimitedBody pause() {
        paused = true;
        heldUp = true;
        request.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        paused = false;
        request.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        paused = false;
        request.fetch(amount);
        return this;
    }
}
