package nl.etalage.gateway.console.desk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Two people changed a story at once: whose text stands where. Nothing anybody typed is lost.
 *
 * @param text what stands in the form now
 * @param theirs what the other wrote, for the parts that both changed
 * @param news the parts that only the other changed
 */
record Meeting(StoryText text, Map<String, String> theirs, Set<String> news) {

    /** Nobody else was there. */
    static Meeting alone(StoryText text) {
        return new Meeting(text, Map.of(), Set.of());
    }

    static Meeting of(Fingerprints base, StoryText mine, StoryText stored) {
        StoryText text = whole(mine, stored);
        Map<String, String> theirs = new LinkedHashMap<>();
        Set<String> news = new LinkedHashSet<>();
        for (String part : stored.names()) {
            boolean changed = !base.same(part, stored) && !stored.one(part).equals(mine.one(part));
            if (!changed) {
                continue;
            }
            if (base.same(part, mine)) {
                text = text.with(part, stored.all(part));
                news.add(part);
            } else if (part.equals(StoryText.ASSETS)) {
                text = text.withAssets(stored.all(part));
                news.add(part);
            } else {
                theirs.put(part, stored.one(part));
            }
        }
        return new Meeting(text, theirs, news);
    }

    /** Parts that were not in the form are as they are stored. */
    static StoryText whole(StoryText typed, StoryText stored) {
        StoryText whole = stored;
        for (String part : typed.names()) {
            whole = whole.with(part, typed.all(part));
        }
        return whole;
    }

    boolean met() {
        return !theirs.isEmpty() || !news.isEmpty();
    }
}
