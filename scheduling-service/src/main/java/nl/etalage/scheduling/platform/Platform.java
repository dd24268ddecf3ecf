package nl.etalage.scheduling.platform;

import java.time.Duration;
import java.time.Instant;

/**
 * A connector. Its methods call out, take as long as the configured time-outs allow, and never throw for what a
 * platform does: that is an outcome.
 */
public interface Platform {

    PlatformName name();

    /** Whether the account works, and what its server allows. */
    Verification verify(Account account);

    /** Posts; the same post within {@link #keyWindow} is taken once. */
    Outcome publish(Account account, Post post);

    /**
     * Reads back whether a post is there. Never answers that it wasn't sent.
     *
     * @param since when it was sent first
     */
    Outcome find(Account account, Post post, Instant since);

    /** Takes a post away. */
    Removal remove(Account account, String postId);

    /** How long after the first call the same key still gets the same post; zero when the platform doesn't dedupe. */
    Duration keyWindow();
}
