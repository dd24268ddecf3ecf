package nl.etalage.content.adaptation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryState;

/**
 * The stories that a shop's versions stand on, in its export: without them the own words can't be read. One that was
 * taken back stays out: a consent or licence that ended holds for copies too.
 */
@ApplicationScoped
class ExportedStories implements Exported {

    private final AdaptationRepository adaptations;

    ExportedStories(AdaptationRepository adaptations) {
        this.adaptations = adaptations;
    }

    /** The newest revision, which a shop's version follows where it has no words of its own. */
    private record StoryText(UUID story, int revision, StoryState state, @JsonUnwrapped StoryContent content) {

        static StoryText of(Story story) {
            return new StoryText(story.id(), story.revision(), story.state(), story.content());
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
