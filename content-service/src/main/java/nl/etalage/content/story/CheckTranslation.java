package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.etalage.content.Findings;

/** Judges whether a story can be a translation of another: one in each language, all of the same first story. */
@ApplicationScoped
class CheckTranslation {

    private final StoryRepository stories;

    CheckTranslation(StoryRepository stories) {
        this.stories = stories;
    }

    /**
     * Adds what can't be.
     *
     * @param self id of the story; null for one that doesn't exist yet
     */
    void check(UUID self, StoryContent content, Findings findings) {
        UUID original = content.translationOf();
        if (original == null) {
            if (self != null && content.locale() != null && stories.saidIn(self, self, content.locale())) {
                findings.add("/locale", "translation.locale");
            }
            return;
        }
        Story first = stories.findById(original);
        if (first == null || original.equals(self)) {
            findings.add("/translationOf", "story.unknown");
        } else if (first.content().translationOf() != null) {
            findings.add("/translationOf", "translation.of-translation");
        } else if (self != null && stories.translated(self)) {
            findings.add("/translationOf", "translation.has-translations");
        } else if (content.locale() != null
                && (content.locale().equalsIgnoreCase(first.content().locale())
                        || stories.saidIn(original, self, content.locale()))) {
            findings.add("/locale", "translation.locale");
        }
    }
}
