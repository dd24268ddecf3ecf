package nl.etalage.systemtests.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** What was answered in a run, counted. */
public final class Tally {

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> faults = new TreeMap<>();
    private final Map<String, Integer> times = new TreeMap<>();
    private int shed;
    private long bytes;

    synchronized void count(Wire.Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        bytes += answer.size();
        if (Judge.shed(answer)) {
            shed++;
        }
    }

    /** Keeps the first of its kind. */
    synchronized void fault(String kind, String report) {
        faults.putIfAbsent(kind, report);
        times.merge(kind, 1, Integer::sum);
    }

    /** How many answers there were. */
    public synchronized int answers() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Answers by status. */
    public synchronized Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    /** How many were turned away with 503 and when to come back. */
    public synchronized int shed() {
        return shed;
    }

    /** Bytes of all bodies together. */
    public synchronized long bytes() {
        return bytes;
    }

    /** One report for each kind of fault, with how often it was seen; empty when all is well. */
    public synchronized String faults() {
        StringBuilder text = new StringBuilder();
        faults.forEach((kind, report) ->
                text.append(times.get(kind)).append("x ").append(report).append('\n'));
        return text.toString();
    }
}
