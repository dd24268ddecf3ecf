package nl.etalage.content.adaptation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryState;
import nl.etalage.content.story.WithdrawReason;

/**
 * The stories that a shop's versions stand on, in its export: without them the own words can't be read. Of one that was
 * taken back because a consent or licence ended the text stays out, for that holds for copies too.
 */
@ApplicationScoped
class ExportedStories implements Exported {

    private static final Set<String> NOT_TO_BE_COPIED =
            Set.of(WithdrawReason.CONSENT_WITHDRAWN.word(), WithdrawReason.LICENCE_ENDED.word());

    private final AdaptationRepository adaptations;

    ExportedStories(AdaptationRepository adaptations) {
        this.adaptations = adaptations;
    }

    /**
     * The newest revision, which a shop's version follows where it has no words of its own.
     *
     * @param withdrawReason why it was taken back; null when it wasn't
     * @param content null when nobody may have a copy of it any more
     */
    private record StoryText(
            UUID story, int revision, StoryState state, String withdrawReason, @JsonUnwrapped StoryContent content) {

        static StoryText of(Story story) {
            return new StoryText(
                    story.id(),
                    story.revision(),
                    story.state(),
                    story.withdrawReason(),
                    mayBeCopied(story) ? story.content() : null);
        }

        private static boolean mayBeCopied(Story story) {
            return story.withdrawReason() == null || !NOT_TO_BE_COPIED.contains(story.withdrawReason());
        }
    }

    @Override
    public ExportKind kind() {
        return ExportKind.STORY;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return adaptations.storiesOf(shop, Exported.id(after), limit).stream()
                .map(story -> ExportItem.of(kind(), story.id(), StoryText.of(story)))
                .toList();
    }
}
