package nl.etalage.eventfeed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTailTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final InMemory source = new InMemory();
    private final FeedTail.Room room = new FeedTail.Room();
    private FeedTail tail;

    @AfterEach
    void stop() {
        tail.stop();
        room.close();
    }

    @Test
    void oneNearlyCaughtUpCostsNoQuery() throws Exception {
        tail = new FeedTail("near", source, room, LONG);
        source.append(1, 2000);
        ask(1999).get(30, TimeUnit.SECONDS);
        int readsBefore = source.reads.get();
        long started = System.nanoTime();

        for (long after = 1000; after < 2000; after++) {
            assertEquals(2000 - after, ask(after).get(30, TimeUnit.SECONDS).size());
        }

        long polls = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) / 200;
        int reads = source.reads.get() - readsBefore;
        assertTrue(reads <= polls + 2, reads + " reads for 1000 requests in " + polls + " polls");
    }

    @Test
    void theRingForgetsTheOldestAndNothingIsMissedForIt() throws Exception {
        tail = new FeedTail("full", source, room, LONG);
        ask(0).cancel(true);
        source.append(1, 25_000);
        ask(24_999).get(30, TimeUnit.SECONDS);

        assertEquals(
                LongStream.rangeClosed(14_001, 15_000).boxed().toList(),
                positions(ask(14_000).get(30, TimeUnit.SECONDS)));
        assertEquals(
                LongStream.rangeClosed(16_001, 17_000).boxed().toList(),
                positions(ask(16_000).get(30, TimeUnit.SECONDS)));
    }

    @Test
    void aWaitThatIsOverBeforeTheTailHasBegunIsNoFailure() throws Exception {
        for (int round = 0; round < 500; round++) {
            tail = new FeedTail("brief-" + round, source, room, LONG);
            Waiter waiter = new Waiter(0, event -> true, 10);

            tail.await(waiter, Duration.ZERO);

            assertEquals(List.of(), waiter.answer().get(30, TimeUnit.SECONDS));
            tail.stop();
        }
    }

    @Test
    void holesThatCompactionLeftAreNoObstacle() throws Exception {
        tail = new FeedTail("holes", source, room, LONG);
        source.append(1, 1);
        source.append(7, 7);
        source.append(2000, 2000);

        assertEquals(List.of(7L, 2000L), positions(ask(3).get(30, TimeUnit.SECONDS)));
        assertEquals(List.of(2000L), positions(ask(1500).get(30, TimeUnit.SECONDS)));
    }

    @Test
    void aTailThatNobodyNeedsLetsItsThreadGoAndComesBack() throws Exception {
        tail = new FeedTail("idle", source, room, Duration.ofMillis(50));
        source.append(1, 1);
        ask(0).get(30, TimeUnit.SECONDS);
        await().until(() -> threads("feed-tail-idle") == 0);
        source.append(2, 30_000);

        assertEquals(List.of(30_000L), positions(ask(29_999).get(30, TimeUnit.SECONDS)));
        assertEquals(1, threads("feed-tail-idle"));
    }

    @Test
    void aTailKeepsItsThreadWhileSomebodyWaits() throws Exception {
        tail = new FeedTail("kept", source, room, Duration.ofMillis(1));
        CompletableFuture<List<FeedEvent>> waiting = ask(0);
        int reads = source.reads.get();
        await().until(() -> source.reads.get() > reads + 3);
        source.append(1, 1);

        assertEquals(List.of(1L), positions(waiting.get(30, TimeUnit.SECONDS)));
    }

    private CompletableFuture<List<FeedEvent>> ask(long after) {
        Waiter waiter = new Waiter(after, event -> true, 1000);
        tail.await(waiter, LONG);
        return waiter.answer();
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }

    private static List<Long> positions(List<FeedEvent> events) {
        return events.stream().map(FeedEvent::position).toList();
    }

    /** A feed without a database, that counts how often it is asked. */
    private static final class InMemory implements FeedTail.Source {

        private final ConcurrentSkipListMap<Long, FeedEvent> events = new ConcurrentSkipListMap<>();
        private final AtomicInteger reads = new AtomicInteger();

        void append(long first, long last) {
            for (long position = first; position <= last; position++) {
                events.put(position, new FeedEvent(position, "type", "subject", Instant.EPOCH, NullNode.getInstance()));
            }
        }

        @Override
        public List<FeedEvent> read(long after, int limit) {
            reads.incrementAndGet();
            return events.tailMap(after, false).values().stream().limit(limit).toList();
        }

        @Override
        public long position() {
            return events.isEmpty() ? 0 : events.lastKey();
        }
    }
}
