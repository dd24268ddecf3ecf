package nl.etalage.content.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Who asks at the same moment is answered together, and by nobody's fault but their own left without. */
class AskTogetherTest {

    private static final int BAD = 13;

    private final CountDownLatch open = new CountDownLatch(1);
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final AskTogether<Integer, Integer> doubles = new AskTogether<>(8, 2, this::doubled);

    private List<Integer> doubled(List<Integer> numbers) throws SQLException {
        try {
            assertTrue(open.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        sizes.add(numbers.size());
        if (numbers.contains(BAD)) {
            throw new SQLException("unlucky");
        }
        if (numbers.contains(-BAD)) {
            throw new StackOverflowError();
        }
        return numbers.stream().map(number -> 2 * number).toList();
    }

    private CompletableFuture<Integer> ask(int number) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        doubles.ask(number, (doubled, failure) -> {
            if (failure == null) {
                answer.complete(doubled);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private static Integer in(CompletableFuture<Integer> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void manyAreAskedInFewTimesAndEachGetsItsOwn() throws Exception {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int number = 100; number < 150; number++) {
            answers.add(ask(number));
        }
        open.countDown();
        for (int at = 0; at < answers.size(); at++) {
            assertEquals(2 * (100 + at), in(answers.get(at)));
        }
        assertTrue(sizes.size() < 15, sizes.toString());
        assertTrue(sizes.stream().allMatch(size -> size <= 8), sizes.toString());
    }

    @Test
    void oneThatCannotBeAnsweredSpoilsNoOther() throws Exception {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            answers.add(ask(number));
        }
        answers.add(ask(-BAD));
        open.countDown();
        for (int number = 0; number < 20; number++) {
            if (number == BAD) {
                CompletableFuture<Integer> bad = answers.get(number);
                bad.handle((answer, failure) -> assertInstanceOf(SQLException.class, failure))
                        .get(10, TimeUnit.SECONDS);
            } else {
                assertEquals(2 * number, in(answers.get(number)));
            }
        }
        answers.get(20)
                .handle((answer, failure) -> assertInstanceOf(StackOverflowError.class, failure))
                .get(10, TimeUnit.SECONDS);
        assertEquals(84, in(ask(42)));
    }

    @Test
    void whoeverIsGoneKeepsNobodyWaiting() throws Exception {
        doubles.ask(1, (answer, failure) -> {
            throw new IllegalStateException("gone");
        });
        CompletableFuture<Integer> other = ask(2);
        open.countDown();
        assertEquals(4, in(other));
        assertEquals(6, in(ask(3)));
    }
}
