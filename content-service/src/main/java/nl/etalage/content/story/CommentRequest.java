package nl.etalage.content.story;

import java.util.UUID;
import java.util.regex.Pattern;
import nl.etalage.content.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is said of a story.
 *
 * @param field JSON pointer into the story, such as {@code /title}; null for the whole, and in an answer
 * @param inReplyTo first comment of the thread it goes on with; null to begin one
 */
@Schema(name = "CommentRequest")
public record CommentRequest(
        @Schema(nullable = true, examples = "/title") String field,
        @Schema(maxLength = 2_000, examples = "Kan dit korter?") String text,
        @Schema(nullable = true) UUID inReplyTo) {

    private static final int LONGEST = 2_000;

    private static final Pattern FIELD =
            Pattern.compile("/(?:type|owner|locale|title|summary|body|readerValue|question|callToAction|link|credit"
                    + "|availableFrom|availableUntil|onlyStocked|translationOf"
                    + "|(?:functions|audience|themes|season|products|assets|targetGroups|lockedFields)(?:/\\d{1,3})?"
                    + "|details(?:/[A-Za-z][A-Za-z0-9]{0,39})?"
                    + "|channelTexts(?:/[a-z-]{1,40})?)");

    /** Answers 422 when it can't be said like this. */
    void check() {
        Findings findings = new Findings();
        findings.required("/text", text, LONGEST);
        if (field != null && !FIELD.matcher(field).matches()) {
            findings.add("/field", "comment.field");
        }
        if (field != null && inReplyTo != null) {
            findings.add("/field", "comment.answer-field");
        }
        findings.refuse();
    }
}
