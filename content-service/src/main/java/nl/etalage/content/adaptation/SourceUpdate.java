package nl.etalage.content.adaptation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.TextField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed in the story since the shop last looked, to take or keep field by field. Worked out when it is read.
 *
 * @param from revision the adaptation stands at
 * @param to newest revision
 * @param note what the newest correction is about; null when there is none
 * @param severity of the newest correction; null when there is none
 * @param fields only those that changed
 */
@Schema(name = "SourceUpdate")
public record SourceUpdate(
        int from,
        int to,
        @Schema(nullable = true) String note,
        @Schema(nullable = true) String severity,
        List<Field> fields) {

    /**
     * One field that changed.
     *
     * @param before in the revision the adaptation stands at
     * @param after in the newest revision
     * @param ours own words; null where the adaptation follows the story
     * @param locked whether own words are no longer allowed here
     */
    @Schema(name = "SourceUpdateField")
    public record Field(
            TextField field,
            @Schema(nullable = true) Object before,
            @Schema(nullable = true) Object after,
            @Schema(nullable = true) Object ours,
            boolean locked) {}

    public SourceUpdate {
        fields = List.copyOf(fields);
    }

    /** What differs between two revisions, beside the own words. */
    static List<Field> between(StoryContent before, StoryContent after, Overrides ours) {
        List<Field> fields = new ArrayList<>();
        Overrides old = texts(before);
        Overrides now = texts(after);
        for (TextField field : TextField.values()) {
            if (!Objects.equals(old.value(field), now.value(field))) {
                fields.add(new Field(
                        field,
                        old.value(field),
                        now.value(field),
                        ours.value(field),
                        after.lockedFields().contains(field)));
            }
        }
        return fields;
    }

    /** The parts of a story that can be said in own words. */
    private static Overrides texts(StoryContent content) {
        return new Overrides(
                content.title(),
                content.summary(),
                content.body(),
                content.question(),
                content.callToAction(),
                content.channelTexts(),
                content.assets());
    }
}
