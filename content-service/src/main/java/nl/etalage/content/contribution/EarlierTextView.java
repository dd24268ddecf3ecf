package nl.etalage.content.contribution;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a shop sent before the central group asked for something else.
 *
 * @param contribution what it was the text of
 * @param text the story as the shop told it then, as CommonMark
 * @param asset the picture it sent with it; null when it sent none
 * @param asked what the central group asked about it
 * @param replacedAt when the shop sent another
 */
@Schema(name = "EarlierText")
public record EarlierTextView(
        UUID id,
        UUID contribution,
        String text,
        @Schema(nullable = true) UUID asset,
        @Schema(nullable = true, examples = "Hoe kwam Mia bij jullie?") String asked,
        Instant replacedAt) {

    static EarlierTextView of(EarlierText earlier) {
        return new EarlierTextView(
                earlier.id(),
                earlier.contribution(),
                earlier.content().text(),
                earlier.content().asset(),
                earlier.asked(),
                earlier.replacedAt());
    }
}
