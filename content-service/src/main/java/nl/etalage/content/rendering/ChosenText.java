package nl.etalage.content.rendering;

import nl.etalage.content.adaptation.Overrides;
import nl.etalage.content.platform.Platform;
import nl.etalage.content.story.StoryContent;

/**
 * The text that goes to a platform: the first that exists of the shop's own for that platform, the shop's own body, the
 * story's for that platform, and the story's body.
 *
 * @param field where it stands, such as {@code body} or {@code channelTexts/mastodon}
 * @param template with merge fields, in Markdown
 */
record ChosenText(String field, String template) {

    static ChosenText of(Overrides own, StoryContent story, Platform platform) {
        String channel = "channelTexts/" + platform.word();
        if (own.channelTexts().containsKey(platform)) {
            return new ChosenText(channel, own.channelTexts().get(platform));
        }
        if (own.body() != null) {
            return new ChosenText("body", own.body());
        }
        if (story.channelTexts().containsKey(platform)) {
            return new ChosenText(channel, story.channelTexts().get(platform));
        }
        return new ChosenText("body", story.body() == null ? "" : story.body());
    }
}
