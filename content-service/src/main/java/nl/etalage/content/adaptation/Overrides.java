package nl.etalage.content.adaptation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.platform.Platform;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.TextField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shop's own words for parts of a story. What is null, and a channel text that isn't there, follows the story.
 *
 * @param channelTexts text of its own for a platform; others follow the story
 * @param assets ids of pictures instead of the story's; null for the story's
 */
@Schema(name = "Overrides")
public record Overrides(
        @Schema(maxLength = 200, nullable = true) String title,
        @Schema(maxLength = 500, nullable = true) String summary,
        @Schema(maxLength = 20_000, nullable = true) String body,
        @Schema(maxLength = 300, nullable = true) String question,
        @Schema(maxLength = 300, nullable = true) String callToAction,
        Map<Platform, String> channelTexts,
        @Schema(nullable = true) List<UUID> assets) {

    /** Everything follows the story. */
    public static final Overrides NONE = new Overrides(null, null, null, null, null, null, null);

    public Overrides {
        Map<Platform, String> present = new LinkedHashMap<>(channelTexts == null ? Map.of() : channelTexts);
        present.values().removeIf(text -> text == null || text.isBlank());
        channelTexts = Collections.unmodifiableMap(present);
        assets = assets == null ? null : List.copyOf(assets);
    }

    /** The story with these words instead of its own. */
    public StoryContent on(StoryContent story) {
        Map<Platform, String> texts = new LinkedHashMap<>(story.channelTexts());
        texts.putAll(channelTexts);
        return new StoryContent(
                story.type(),
                story.details(),
                story.owner(),
                story.locale(),
                or(title, story.title()),
                or(summary, story.summary()),
                or(body, story.body()),
                story.readerValue(),
                or(question, story.question()),
                or(callToAction, story.callToAction()),
                story.link(),
                story.credit(),
                story.functions(),
                story.audience(),
                story.themes(),
                story.season(),
                story.products(),
                or(assets, story.assets()),
                texts,
                story.availableFrom(),
                story.availableUntil(),
                story.targetGroups(),
                story.onlyStocked(),
                story.translationOf(),
                story.lockedFields());
    }

    /** What is said in own words. */
    public Set<TextField> fields() {
        Set<TextField> own = EnumSet.noneOf(TextField.class);
        for (TextField field : TextField.values()) {
            if (value(field) != null) {
                own.add(field);
            }
        }
        return own;
    }

    /** The own words for a field, or null. */
    public Object value(TextField field) {
        return switch (field) {
            case TITLE -> title;
            case SUMMARY -> summary;
            case BODY -> body;
            case QUESTION -> question;
            case CALL_TO_ACTION -> callToAction;
            case CHANNEL_TEXTS -> channelTexts.isEmpty() ? null : channelTexts;
            case ASSETS -> assets;
        };
    }

    /** These, with one field as it is in a story instead; or following the story when that is null. */
    Overrides with(TextField field, StoryContent story) {
        return new Overrides(
                pick(field, TextField.TITLE, title, story == null ? null : story.title()),
                pick(field, TextField.SUMMARY, summary, story == null ? null : story.summary()),
                pick(field, TextField.BODY, body, story == null ? null : story.body()),
                pick(field, TextField.QUESTION, question, story == null ? null : story.question()),
                pick(field, TextField.CALL_TO_ACTION, callToAction, story == null ? null : story.callToAction()),
                pick(field, TextField.CHANNEL_TEXTS, channelTexts, story == null ? null : story.channelTexts()),
                pick(field, TextField.ASSETS, assets, story == null ? null : story.assets()));
    }

    private static <T> T pick(TextField asked, TextField mine, T kept, T other) {
        return asked == mine ? other : kept;
    }

    private static <T> T or(T own, T story) {
        return own == null ? story : own;
    }
}
