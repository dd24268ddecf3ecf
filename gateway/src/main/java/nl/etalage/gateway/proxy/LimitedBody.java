package nl.etalage.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** The body of a request on its way through: counted, stopped at the limit, and never held. */
final class LimitedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private final Runnable whenSent;
    private Handler<Throwable> exceptions = failure -> {};
    private long passed;
    private boolean exceeded;

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

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        request.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        if (exceeded) {
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
                            if (!exceeded) {
                                handler.handle(end);
                                whenSent.run();
                            }
                        });
        return this;
    }

    @Override
    public LimitedBody pause() {
        request.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        request.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
