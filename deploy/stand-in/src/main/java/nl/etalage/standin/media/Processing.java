package nl.etalage.standin.media;

import java.time.Duration;
import java.time.Instant;

/**
 * How long pictures are in process. Mastodon does a small one while the caller waits and a large one afterwards.
 *
 * @param fromBytes size from which a picture is done afterwards
 * @param takes how long that takes
 */
public record Processing(long fromBytes, Duration takes) {
    Instant readyAt(Instant now, long bytes) {
        return bytes < fromBytes ? now : now.plus(takes);
    }
}
