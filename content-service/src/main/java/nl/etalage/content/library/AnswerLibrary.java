package nl.etalage.content.library;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.ReplicaMemory;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.content.library.prepared.Written;
import nl.etalage.identity.Caller;
import nl.etalage.identity.CurrentCaller;

/**
 * Answers what is asked of a library all day. Each answer takes one look at how the library stands; what was read before
 * and still holds is not read again, and only what must be read takes a worker thread.
 */
@ApplicationScoped
class AnswerLibrary {

    private static final String CACHE = "private, no-cache";
    private static final String VARY = HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT;
    private static final String ANY = "*";

    private final CurrentCaller callers;
    private final CurrentAccess access;
    private final Shops shops;
    private final ReplicaMemory memory;
    private final EnterLibrary enter;
    private final ReadStand stands;
    private final LibraryTag tags;
    private final ReadyAnswers ready;

    AnswerLibrary(
            CurrentCaller callers,
            CurrentAccess access,
            Shops shops,
            ReplicaMemory memory,
            EnterLibrary enter,
            ReadStand stands,
            LibraryTag tags,
            ReadyAnswers ready) {
        this.callers = callers;
        this.access = access;
        this.shops = shops;
        this.memory = memory;
        this.enter = enter;
        this.stands = stands;
        this.tags = tags;
        this.ready = ready;
    }

    /**
     * A question to a library.
     *
     * @param about all of it as text, once it may be asked; throws what is wrong with it
     * @param body the answer, as JSON; begun on any thread and never blocking it, and outside any transaction
     */
    record Question(
            LibraryQuery query,
            String ifNoneMatch,
            Function<LibraryPull, String> about,
            BiFunction<LibraryPull, LibraryStand, CompletionStage<Written>> body) {}

    /** Who may ask, and what of their library. */
    private record Entered(LibraryPull pull, LibraryStand stand, String tag) {}

    /** On the thread of the connection; never blocks. */
    CompletionStage<Response> answer(Question question) {
        question.query().refuseUnfit();
        Caller caller = callers.get();
        String shop = EnterLibrary.named(question.query());
        Continuation later = new Continuation();
        stands.of(
                shop,
                (stand, failure) -> later.here(() -> {
                    if (failure != null) {
                        throw new IllegalStateException("The library can't be read", failure);
                    }
                    Access known = memory.access(caller, stand.ofReplica());
                    Shop found = memory.shop(shop, stand.ofReplica());
                    if (known == null || found == null) {
                        later.onWorker(() -> answer(question, enter(question, stand), later));
                        return null;
                    }
                    return answer(question, entered(question, stand, known, found), later);
                }));
        return later.answer;
    }

    /** What is asked less often: as a whole on a worker thread, in one transaction. */
    CompletionStage<Response> inTransaction(Callable<Response> whole) {
        Continuation later = new Continuation();
        later.onWorker(() -> QuarkusTransaction.requiringNew().call(whole));
        return later.answer;
    }

    private Entered entered(Question question, LibraryStand stand, Access caller, Shop shop) {
        LibraryPull pull = enter.counted(question.query(), caller, () -> shop, stand.at());
        return new Entered(pull, stand, tags.of(question.about().apply(pull), shop, stand));
    }

    /** Reads who asks and what shop it is, and remembers both. */
    private Entered enter(Question question, LibraryStand stand) {
        Access caller = access.get();
        LibraryPull pull =
                enter.counted(question.query(), caller, () -> shops.require(question.query().shop), stand.at());
        memory.keep(pull.shop(), stand.ofReplica());
        return new Entered(pull, stand, tags.of(question.about().apply(pull), pull.shop(), stand));
    }

    /** What needs no reading; null when it does. Whoever takes any answer must still be told when there is none. */
    private Response atOnce(Question question, Entered entered) {
        String held = question.ifNoneMatch();
        if (held != null && held.contains(ANY)) {
            return null;
        }
        if (IfNoneMatch.matches(held, entered.tag())) {
            return with(Response.notModified(), entered.tag());
        }
        byte[] known = ready.get(entered.tag());
        return known == null ? null : ok(known, entered.tag());
    }

    /** Null when it comes later. */
    private Response answer(Question question, Entered entered, Continuation later) {
        Response known = atOnce(question, entered);
        if (known == null) {
            question.body()
                    .apply(entered.pull(), entered.stand())
                    .whenComplete((written, failure) -> later.here(() -> written(question, entered, written, failure)));
        }
        return known;
    }

    private Response written(Question question, Entered entered, Written written, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            throw cause instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException("The library can't be read", cause);
        }
        if (IfNoneMatch.matches(question.ifNoneMatch(), entered.tag())) {
            return with(Response.notModified(), entered.tag());
        }
        return ready.again(entered.tag(), written.length())
                ? ok(ready.keep(entered.tag(), written.bytes()), entered.tag())
                : ok(written, entered.tag());
    }

    private static Response ok(Object body, String tag) {
        return with(Response.ok(body, MediaType.APPLICATION_JSON_TYPE), tag);
    }

    private static Response with(Response.ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    /** The rest of a request whose thread went on to others; it takes the request's own context along. */
    private static final class Continuation {

        private final CompletableFuture<Response> answer = new CompletableFuture<>();
        private final Context thread = Vertx.currentContext();
        private final ManagedContext scope = Arc.container().requestContext();
        private final InjectableContext.ContextState state = scope.getState();

        /** On the thread of the connection; null is no answer yet. */
        void here(Supplier<Response> rest) {
            thread.runOnContext(any -> run(rest));
        }

        void onWorker(Supplier<Response> rest) {
            thread.executeBlocking(
                    () -> {
                        run(rest);
                        return null;
                    },
                    false);
        }

        private void run(Supplier<Response> rest) {
            scope.activate(state);
            try {
                Response response = rest.get();
                if (response != null) {
                    answer.complete(response);
                }
            } catch (RuntimeException | Error refused) {
                answer.completeExceptionally(refused);
            } finally {
                scope.deactivate();
            }
        }
    }
}
