package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A story as the central group sees it.
 *
 * @param revision newest fixed revision; 0 before the first release
 * @param unreviewed whether a correction waits for a second editor
 * @param author member who started it
 * @param copiedFrom the revision this draft began as; null for most
 * @param contributed what a shop offered and this was made of; null for most
 * @param lastEditor member who changed it last; neither of the two may release it
 * @param returnNote why it came back from review
 * @param withdrawReason word of the reason; null when it was not withdrawn
 * @param must what it lacks before it can be submitted; empty once it is released
 * @param advice what would make it better; empty once it is released
 */
@Schema(name = "Story")
public record StoryView(
        UUID id,
        @JsonUnwrapped StoryContent content,
        StoryState state,
        int revision,
        boolean unreviewed,
        UUID author,
        @Schema(nullable = true) Copy copiedFrom,
        @Schema(nullable = true) Contributed contributed,
        UUID lastEditor,
        @Schema(nullable = true) String returnNote,
        @Schema(nullable = true) String withdrawReason,
        List<Lack> must,
        List<Advice> advice,
        Instant createdAt,
        Instant changedAt,
        long version) {

    /**
     * A revision of another story.
     *
     * @param story id
     * @param revision number, from 1
     */
    @Schema(name = "StoryCopy")
    public record Copy(UUID story, int revision) {

        private static Copy of(StoryRevision.Key revision) {
            return revision == null ? null : new Copy(revision.story(), revision.number());
        }
    }

    static StoryView of(Story story, List<Lack> must, List<Advice> advice) {
        return new StoryView(
                story.id(),
                story.content(),
                story.state(),
                story.revision(),
                story.unreviewed(),
                story.author(),
                Copy.of(story.copiedFrom()),
                story.contributed(),
                story.lastEditor(),
                story.returnNote(),
                story.withdrawReason(),
                must,
                advice,
                story.createdAt(),
                story.changedAt(),
                story.version());
    }
}
