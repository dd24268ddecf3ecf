package nl.etalage.audittrail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Bounds what a caller can make us write by being refused: so many lines a minute each, and so many for all together.
 * What is over is counted, and told with the caller's next line.
 */
@ApplicationScoped
class RefusalBudget {

    /** Callers remembered; more than this many in a minute are under the bound for all anyhow. */
    private static final int CALLERS = 10_000;

    private final Clock clock;
    private final int each;
    private final int all;
    private final Map<String, Spent> byCaller = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Spent> eldest) {
            return size() > CALLERS;
        }
    };
    private final Spent together = new Spent();

    RefusalBudget(Clock clock, AuditConfig config) {
        this.clock = clock;
        this.each = config.refusalsPerMinute();
        this.all = config.allRefusalsPerMinute();
    }

    private static final class Spent {
        private long minute;
        private int lines;
        private int unwritten;

        void turnTo(long now) {
            if (minute != now) {
                minute = now;
                lines = 0;
            }
        }
    }

    /**
     * Spends one line.
     *
     * @return how many refusals of this caller went unwritten since the last that was; empty when this one does too
     */
    synchronized OptionalInt spend(String caller) {
        // Not millis(): JDK 17 divides by zero there when a clock ticks in microseconds.
        long minute = Math.floorDiv(clock.instant().getEpochSecond(), 60L);
        Spent own = byCaller.computeIfAbsent(caller, name -> new Spent());
        own.turnTo(minute);
        together.turnTo(minute);
        if (own.lines >= each || together.lines >= all) {
            own.unwritten++;
            return OptionalInt.empty();
        }
        own.lines++;
        together.lines++;
        int before = own.unwritten;
        own.unwritten = 0;
        return OptionalInt.of(before);
    }
}
