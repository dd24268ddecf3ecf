package nl.etalage.content.contribution;

import java.time.Instant;
import java.util.UUID;
import nl.etalage.content.story.StoryState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a shop offered, and what became of it.
 *
 * @param shop slug
 * @param asset the shop's picture; null when it sent none
 * @param note what the central group said of it last: what should be different, or why it was declined
 * @param story what became of it; null unless it was taken
 * @param storyState where that story stands; null unless it was taken
 * @param changedAt when anything of it changed last
 */
@Schema(name = "Contribution")
public record ContributionView(
        UUID id,
        @Schema(examples = "zeist") String shop,
        ContributionState state,
        String text,
        @Schema(nullable = true) UUID asset,
        @Schema(nullable = true) String note,
        @Schema(nullable = true) UUID story,
        @Schema(nullable = true) StoryState storyState,
        Instant offeredAt,
        Instant changedAt,
        long version) {

    static ContributionView of(Contribution contribution, StoryState storyState) {
        return new ContributionView(
                contribution.id(),
                contribution.shop(),
                contribution.state(),
                contribution.content().text(),
                contribution.content().asset(),
                contribution.note(),
                contribution.story(),
                storyState,
                contribution.offeredAt(),
                contribution.changedAt(),
                contribution.version());
    }
}
