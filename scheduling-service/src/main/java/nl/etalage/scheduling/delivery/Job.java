package nl.etalage.scheduling.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.scheduling.channel.SealedAccount;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.platform.Post;
import nl.etalage.scheduling.publication.PublicationState;

/**
 * A call that a worker has taken on, with its attempt written and committed.
 *
 * @param attempt id of the attempt, which is also the lease
 * @param kind what to do
 * @param state where the publication is while the call runs
 * @param host the platform's server
 * @param account null when the channel is disconnected
 * @param mayResend whether the same request may be sent again with the same key
 */
record Job(
        UUID publication,
        UUID attempt,
        Kind kind,
        PublicationState state,
        String shop,
        UUID channel,
        PlatformName platform,
        String host,
        SealedAccount account,
        Post post,
        String platformId,
        Times times,
        int tries,
        boolean mayResend) {

    /** What a call is for. */
    enum Kind {
        PUBLISH,
        SEEK,
        REMOVE
    }

    /**
     * The moments that matter.
     *
     * @param at planned
     * @param firstCallAt when it was first sent under this key; null before
     * @param lastCallAt when it was last sent; null before
     * @param minimumGap of the channel; null for no rule
     */
    record Times(Instant at, Instant notAfter, Instant firstCallAt, Instant lastCallAt, Duration minimumGap) {}

    /** This job while nothing may be posted: it can only read back. */
    Job withoutResending() {
        return new Job(
                publication,
                attempt,
                kind,
                state,
                shop,
                channel,
                platform,
                host,
                account,
                post,
                platformId,
                times,
                tries,
                false);
    }

    /** Whether this worker's turn on the channel ends with this call. */
    boolean holdsTurn() {
        return state == PublicationState.PUBLISHING;
    }
}
