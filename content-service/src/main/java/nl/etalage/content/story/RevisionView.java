package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A revision as it was fixed.
 *
 * @param story id of the story
 * @param revision number, from 1
 * @param author member who wrote it
 * @param releasedBy member who released it
 * @param note what a correction is about; null for the first release
 * @param severity word; null for the first release
 * @param unreviewed whether nobody else has looked at this correction
 */
@Schema(name = "StoryRevision")
public record RevisionView(
        UUID story,
        int revision,
        @JsonUnwrapped StoryContent content,
        UUID author,
        UUID releasedBy,
        Instant releasedAt,
        @Schema(nullable = true) String note,
        @Schema(nullable = true) String severity,
        boolean unreviewed) {

    static RevisionView of(StoryRevision revision) {
        return new RevisionView(
                revision.story(),
                revision.number(),
                revision.content(),
                revision.author(),
                revision.releasedBy(),
                revision.releasedAt(),
                revision.note(),
                revision.severity(),
                revision.unreviewed());
    }
}
