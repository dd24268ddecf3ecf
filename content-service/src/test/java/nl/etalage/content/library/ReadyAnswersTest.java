package nl.etalage.content.library;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReadyAnswersTest {

    private static final int MOST = 100_000;
    private static final int PAGE = 10_000;

    private final ReadyAnswers ready = new ReadyAnswers(MOST);

    private boolean madeAgainAfter(int others) {
        ready.again("one", PAGE);
        for (int other = 0; other < others; other++) {
            assertFalse(ready.again("other " + other + " of " + others, PAGE));
        }
        return ready.again("one", PAGE);
    }

    @Test
    void whatIsMadeAgainWhileThereWasRoomIsWorthKeeping() {
        assertTrue(madeAgainAfter(0));
        assertTrue(madeAgainAfter(8));
        assertFalse(madeAgainAfter(9), "by then it would have been pushed out");
        assertTrue(madeAgainAfter(3));
    }

    @Test
    void whatIsKeptIsAnswered() {
        byte[] json = {'{', '}'};
        assertSame(json, ready.keep("tag", json));
        assertSame(json, ready.get("tag"));
    }
}
