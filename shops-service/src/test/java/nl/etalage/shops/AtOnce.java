package nl.etalage.shops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs calls at the same moment, so that a race that can happen does. */
public final class AtOnce {

    private AtOnce() {}

    /** What the calls answered, sorted, for which one wins is chance. */
    @SafeVarargs
    public static <T extends Comparable<T>> List<T> sorted(Callable<T>... calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.length);
        ExecutorService threads = Executors.newFixedThreadPool(calls.length);
        try {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> call : calls) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> answered = new ArrayList<>();
            for (Future<T> answer : answers) {
                answered.add(answer.get());
            }
            return answered.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
