package nl.etalage.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.problem.ProblemType;

/** The body of a service's problem on its way through, of which the name is overheard for the log. */
final class OverheardProblem implements ReadStream<Buffer> {

    private static final int HEAD = 512;
    private static final Pattern NAME =
            Pattern.compile("\"type\"\\s*:\\s*\"" + Pattern.quote(ProblemType.TYPE_PREFIX) + "([a-z0-9-]{1,80})\"");

    private final ReadStream<Buffer> body;
    private final Consumer<String> listener;
    private boolean listened;

    /** @param listener hears the name, such as {@code shop-not-found}, when there is one */
    OverheardProblem(ReadStream<Buffer> body, Consumer<String> listener) {
        this.body = body;
        this.listener = listener;
    }

    @Override
    public OverheardProblem handler(Handler<Buffer> handler) {
        body.handler(
                handler == null
                        ? null
                        : buffer -> {
                            listen(buffer);
                            handler.handle(buffer);
                        });
        return this;
    }

    private void listen(Buffer buffer) {
        if (!listened) {
            listened = true;
            name(buffer).ifPresent(listener);
        }
    }

    /** The name of the problem in a body, or in the beginning of one. */
    static Optional<String> name(Buffer body) {
        String start = body.getString(0, Math.min(HEAD, body.length()), StandardCharsets.ISO_8859_1.name());
        Matcher name = NAME.matcher(start);
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    @Override
    public OverheardProblem exceptionHandler(Handler<Throwable> handler) {
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public OverheardProblem endHandler(Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    @Override
    public OverheardProblem pause() {
        body.pause();
        return this;
    }

    @Override
    public OverheardProblem resume() {
        body.resume();
        return this;
    }

    @Override
    public OverheardProblem fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
