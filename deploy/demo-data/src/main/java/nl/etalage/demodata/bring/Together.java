package nl.etalage.demodata.bring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import nl.etalage.demodata.api.Failure;

/** Does the same for many things, a few at a time. */
final class Together {

    /** Enough to keep a small machine busy. */
    private static final int AT_ONCE = 6;

    private Together() {}

    /** What came of each, in order; the first failure ends it all. */
    static <T, R> List<R> each(Collection<T> things, Function<T, R> action) {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletionService<R> ended = new ExecutorCompletionService<>(pool);
            List<Future<R>> all = new ArrayList<>();
            for (T thing : things) {
                all.add(ended.submit(() -> action.apply(thing)));
            }
            for (int count = 0; count < all.size(); count++) {
                ended.take().get();
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : all) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Stopped before everything was brought in.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
