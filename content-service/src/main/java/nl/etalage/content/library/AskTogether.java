package nl.etalage.content.library;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Asks the database for many at once. Who asks while it is being asked waits for the next time, together, so that nobody
 * gets an answer older than the question.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
final class AskTogether<Q, A> {

    private static final Logger LOG = Logger.getLogger(AskTogether.class);

    private final int most;
    private final int lanes;
    private final Asking<Q, A> asking;
    private final Queue<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private int busy;

    /** How the database is asked. */
    interface Asking<Q, A> {

        /** The answers in the order of the questions; null where there is none. On a worker thread. */
        List<A> answers(List<Q> questions) throws SQLException;
    }

    private record Waiting<Q, A>(Q question, BiConsumer<A, Throwable> then) {}

    /**
     * Nobody asks yet.
     *
     * @param most questions at once: each waits for the slowest
     * @param lanes how often the database is asked at the same time
     */
    AskTogether(int most, int lanes, Asking<Q, A> asking) {
        this.most = most;
        this.lanes = lanes;
        this.asking = asking;
    }

    /**
     * Never blocks.
     *
     * @param then called on a worker thread with the answer, or with what went wrong; quick
     */
    void ask(Q question, BiConsumer<A, Throwable> then) {
        synchronized (this) {
            waiting.add(new Waiting<>(question, then));
            if (busy == lanes) {
                return;
            }
            busy++;
        }
        try {
            Infrastructure.getDefaultWorkerPool().execute(this::work);
        } catch (RejectedExecutionException ending) {
            List<Waiting<Q, A>> left = next();
            while (!left.isEmpty()) {
                left.forEach(one -> tell(one, null, ending));
                left = next();
            }
        }
    }

    private void work() {
        List<Waiting<Q, A>> now = next();
        while (!now.isEmpty()) {
            answer(now);
            now = next();
        }
    }

    private synchronized List<Waiting<Q, A>> next() {
        List<Waiting<Q, A>> next = new ArrayList<>();
        while (!waiting.isEmpty() && next.size() < most) {
            next.add(waiting.remove());
        }
        if (next.isEmpty()) {
            busy--;
        }
        return next;
    }

    /** Where one question spoils the rest, each is asked alone. */
    private void answer(List<Waiting<Q, A>> asked) {
        List<A> answers;
        try {
            answers = asking.answers(asked.stream().map(Waiting::question).toList());
        } catch (SQLException | RuntimeException | Error failure) {
            if (asked.size() == 1) {
                tell(asked.get(0), null, failure);
            } else {
                asked.forEach(one -> answer(List.of(one)));
            }
            return;
        }
        for (int at = 0; at < asked.size(); at++) {
            tell(asked.get(at), answers.get(at), null);
        }
    }

    private static <Q, A> void tell(Waiting<Q, A> one, A answer, Throwable failure) {
        try {
            one.then().accept(answer, failure);
        } catch (RuntimeException gone) {
            // Others wait for theirs.
            LOG.debug("Whoever asked is gone", gone);
        }
    }
}
