package nl.etalage.content.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import nl.etalage.content.adaptation.Overrides;
import nl.etalage.content.platform.Platform;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryType;
import org.junit.jupiter.api.Test;

class ChosenTextTest {

    private static StoryContent story(String body, Map<Platform, String> channelTexts) {
        return new StoryContent(
                StoryType.TIP,
                null,
                null,
                "nl",
                null,
                null,
                body,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                channelTexts,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private static Overrides own(String body, Map<Platform, String> channelTexts) {
        return new Overrides(null, null, body, null, null, channelTexts, null);
    }

    @Test
    void theFirstThatExistsIsTaken() {
        StoryContent bare = story("story body", null);
        StoryContent full = story("story body", Map.of(Platform.MASTODON, "story toot"));
        assertEquals(
                "story body",
                ChosenText.of(Overrides.NONE, bare, Platform.MASTODON).template());
        assertEquals(
                "story toot",
                ChosenText.of(Overrides.NONE, full, Platform.MASTODON).template());
        assertEquals(
                "own body",
                ChosenText.of(own("own body", null), full, Platform.MASTODON).template());
        assertEquals(
                new ChosenText("channelTexts/mastodon", "own toot"),
                ChosenText.of(own("own body", Map.of(Platform.MASTODON, "own toot")), full, Platform.MASTODON));
        assertEquals(
                new ChosenText("body", "own body"),
                ChosenText.of(own("own body", Map.of(Platform.MASTODON, "own toot")), full, Platform.BLUESKY));
    }
}
