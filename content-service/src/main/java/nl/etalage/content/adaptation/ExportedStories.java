package nl.etalage.content.adaptation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;
import nl.etalage.content.story.RevisionRepository;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryState;
import nl.etalage.content.story.WithdrawReason;

/**
 * The stories that a shop's versions stand on, in its export: without them the own words can't be read. Of one that was
 * taken back because a consent or licence ended the text stays out, for that holds for copies too; of one that is for
 * others now the shop has what it knew of it.
 */
@ApplicationScoped
class ExportedStories implements Exported {

    private static final Set<String> NOT_TO_BE_COPIED =
            Set.of(WithdrawReason.CONSENT_WITHDRAWN.word(), WithdrawReason.LICENCE_ENDED.word());

    private final AdaptationRepository adaptations;
    private final RevisionRepository revisions;
    private final Clock clock;

    ExportedStories(AdaptationRepository adaptations, RevisionRepository revisions, Clock clock) {
        this.adaptations = adaptations;
        this.revisions = revisions;
        this.clock = clock;
    }

    /**
     * The revision that a shop's version follows where it has no words of its own: the newest that is for the shop.
     *
     * @param withdrawReason why it was taken back; null when it wasn't
     * @param content null when nobody may have a copy of it any more
     */
    private record StoryText(
            UUID story, int revision, StoryState state, String withdrawReason, @JsonUnwrapped StoryContent content) {

        static StoryText of(Story story, int revision, StoryContent content) {
            return new StoryText(
                    story.id(), revision, story.state(), story.withdrawReason(), mayBeCopied(story) ? content : null);
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
                .map(story -> ExportItem.of(kind(), story.id(), text(shop, story)))
                .toList();
    }

    private StoryText text(String shop, Story story) {
        int known = known(shop, story);
        return StoryText.of(
                story,
                known,
                known == story.revision()
                        ? story.content()
                        : revisions.require(story.id(), known).content());
    }

    private int known(String shop, Story story) {
        boolean theirs =
                story.state() != StoryState.RELEASED || adaptations.inLibrary(shop, story.id(), clock.instant());
        return theirs
                ? story.revision()
                : adaptations.ofStory(shop, story.id()).orElseThrow().revision();
    }
}
