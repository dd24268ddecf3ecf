package nl.etalage.standin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * How a stand-in starts.
 *
 * @param port 0 for a free one
 * @param mailPort 0 for a free one; null for no mail server
 * @param data folder that survives a restart; null to forget everything at the end
 * @param callsPerFiveMinutes rate limit for each account
 * @param slowFromBytes pictures of at least this size are processed after the upload was answered with 202
 * @param processing how long that processing takes
 * @param clock gives the time of posts, keys and limits
 */
public record StandInOptions(
        int port,
        Integer mailPort,
        Path data,
        int callsPerFiveMinutes,
        long slowFromBytes,
        Duration processing,
        Clock clock) {
    private static final int MASTODONS_RATE_LIMIT = 300;
    private static final long SLOW_FROM_BYTES = 100 * 1024;
    private static final Duration PROCESSING = Duration.ofMillis(300);

    /** On a free port, in memory, without a mail server, limited like Mastodon. */
    public static StandInOptions defaults() {
        return new StandInOptions(0, null, null, MASTODONS_RATE_LIMIT, SLOW_FROM_BYTES, PROCESSING, Clock.systemUTC());
    }

    public StandInOptions withPort(int number) {
        return new StandInOptions(number, mailPort, data, callsPerFiveMinutes, slowFromBytes, processing, clock);
    }

    public StandInOptions withMailPort(int number) {
        return new StandInOptions(port, number, data, callsPerFiveMinutes, slowFromBytes, processing, clock);
    }

    public StandInOptions withData(Path folder) {
        return new StandInOptions(port, mailPort, folder, callsPerFiveMinutes, slowFromBytes, processing, clock);
    }

    public StandInOptions withRateLimit(int calls) {
        return new StandInOptions(port, mailPort, data, calls, slowFromBytes, processing, clock);
    }

    /**
     * @param fromBytes pictures of at least this size are processed afterwards; 0 for all
     * @param takes how long
     */
    public StandInOptions withProcessing(long fromBytes, Duration takes) {
        return new StandInOptions(port, mailPort, data, callsPerFiveMinutes, fromBytes, takes, clock);
    }

    public StandInOptions withClock(Clock other) {
        return new StandInOptions(port, mailPort, data, callsPerFiveMinutes, slowFromBytes, processing, other);
    }
}
