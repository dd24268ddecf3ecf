package nl.etalage.standin.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Optional;

/**
 * One way to misbehave, for whom, where and how often.
 *
 * @param account whose calls; null for everyone's
 * @param on which calls, such as {@code POST /api/v1/statuses} or {@code GET /api/v1/media/*}; null for all
 * @param times how often, at least 1; null until faults are cleared
 * @param retryAfter value of the {@code Retry-After} header of a 429 or 503: seconds or an HTTP date; null for none
 * @param delayMillis how late a slow answer comes, in milliseconds, at most 60,000; null for 1,000
 */
public record Fault(
        String account,
        String on,
        FaultKind fault,
        Integer times,
        @JsonProperty("retryAfter") String retryAfter,
        @JsonProperty("delayMillis") Integer delayMillis) {
    private static final int LONGEST_DELAY_MILLIS = 60_000;
    private static final int USUAL_DELAY_MILLIS = 1_000;

    /** @throws IllegalArgumentException when this fault can't happen */
    public Fault {
        require(fault != null, "fault is missing");
        require(times == null || times > 0, "times is at least 1, or left out");
        require(
                delayMillis == null || (delayMillis >= 0 && delayMillis <= LONGEST_DELAY_MILLIS),
                "delayMillis lies between 0 and 60000");
        require(on == null || on.matches("[A-Z]{3,7} /\\S*"), "on looks like: POST /api/v1/statuses");
        require(retryAfter == null || retryAfter.matches("[ -~]{1,100}"), "retryAfter is seconds or a date");
    }

    /** On every call of everyone, until faults are cleared. */
    public static Fault of(FaultKind kind) {
        return new Fault(null, null, kind, null, null, null);
    }

    public Fault on(String call) {
        return new Fault(account, call, fault, times, retryAfter, delayMillis);
    }

    public Fault forAccount(String name) {
        return new Fault(name, on, fault, times, retryAfter, delayMillis);
    }

    public Fault times(int count) {
        return new Fault(account, on, fault, count, retryAfter, delayMillis);
    }

    public Fault retryAfter(String value) {
        return new Fault(account, on, fault, times, value, delayMillis);
    }

    /** @param delay at most a minute */
    public Fault delay(Duration delay) {
        return new Fault(account, on, fault, times, retryAfter, Math.toIntExact(delay.toMillis()));
    }

    /** How late a slow answer comes. */
    public Duration lateness() {
        return Duration.ofMillis(Optional.ofNullable(delayMillis).orElse(USUAL_DELAY_MILLIS));
    }

    boolean hits(Optional<String> caller, String method, String path) {
        return (account == null || caller.filter(account::equals).isPresent()) && (on == null || fits(method, path));
    }

    private boolean fits(String method, String path) {
        String[] call = on.split(" ", 2);
        String[] wanted = call[1].split("/", -1);
        String[] actual = path.split("/", -1);
        if (!call[0].equals(method) || wanted.length != actual.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("*") && !wanted[i].startsWith("{") && !wanted[i].equals(actual[i])) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean fine, String problem) {
        if (!fine) {
            throw new IllegalArgumentException(problem);
        }
    }
}
