package nl.etalage.scheduling.publication;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One call to a platform, or one offer to a person.
 *
 * @param number from 1
 * @param kind {@code publish}, {@code seek} (looking whether it is there), {@code remove} or {@code offer}
 * @param finishedAt null while it runs, or when its worker died
 * @param outcome such as {@code published}, {@code refused}, {@code throttled}, {@code not-sent}, {@code uncertain};
 *     null while it isn't known
 * @param detail a sentence in the reader's language
 */
@Schema(name = "Attempt")
public record AttemptView(
        @Schema(required = true) int number,
        @Schema(required = true) String kind,
        @Schema(required = true) Instant startedAt,
        Instant finishedAt,
        String outcome,
        String detail) {}
