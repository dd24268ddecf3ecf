package nl.etalage.content.campaign;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something for shops to do in a campaign.
 *
 * @param date day, on the calendar of each shop
 * @param title what to do, at most 200 characters
 * @param note how, at most 1,000 characters; null when the title says it all
 * @param story the story that goes with it; null when there is none
 */
public record CampaignTask(
        LocalDate date,
        @Schema(maxLength = 200) String title,
        @Schema(maxLength = 1_000, nullable = true) String note,
        @Schema(nullable = true) UUID story) {

    /** Whether a reader may hear of it: what it says is about its story. */
    boolean isFor(Predicate<UUID> known) {
        return story == null || known.test(story);
    }
}
