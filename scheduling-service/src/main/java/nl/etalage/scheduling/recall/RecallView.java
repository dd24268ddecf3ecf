package nl.etalage.scheduling.recall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A story that was taken back, or a picture because of which publications of a story were, and what that means. Figures are of the one shop that was asked for, or of all that the
 * caller sees but those to try things with.
 *
 * @param picture the picture that may be used no longer, or that a critical correction took out of the story; null where
 *     the story itself was taken back
 * @param revision of the story; of a picture, the newest that shows it
 * @param reason {@code mistake}, {@code consent-withdrawn}, {@code licence-ended}, {@code safety} or {@code expired}
 * @param at when it was taken back
 * @param liftedAt when the story was released anew, or the picture may be used again; null while the recall stands
 * @param stopped how many planned publications it stopped
 * @param stopping how many planned ones are still to be marked; none of them goes out
 * @param live how many are, or may be, out there now
 * @param removed how many were taken away
 * @param publications the newest 100 that were stopped, are live or were taken away
 */
@Schema(name = "Recall")
public record RecallView(
        @Schema(required = true) UUID story,
        UUID picture,
        @Schema(required = true) int revision,
        @Schema(required = true) String reason,
        @Schema(required = true) Instant at,
        Instant liftedAt,
        @Schema(required = true) long stopped,
        @Schema(required = true) long stopping,
        @Schema(required = true) long live,
        @Schema(required = true) long removed,
        @Schema(required = true) List<RecalledPublication> publications) {}
