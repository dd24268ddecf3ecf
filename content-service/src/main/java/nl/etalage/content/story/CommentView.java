package nl.etalage.content.story;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A comment on a story.
 *
 * @param story id of the story
 * @param thread id of the first comment of the thread; its own when it is that one
 * @param field JSON pointer into the story, such as {@code /title}; null when it is about the whole
 * @param author member who wrote it
 * @param resolvedBy member who said that it is done; null while the thread is open, and on answers
 */
@Schema(name = "StoryComment")
public record CommentView(
        UUID id,
        UUID story,
        UUID thread,
        @Schema(nullable = true, examples = "/title") String field,
        String text,
        UUID author,
        Instant writtenAt,
        @Schema(nullable = true) UUID resolvedBy,
        @Schema(nullable = true) Instant resolvedAt,
        long version) {

    static CommentView of(StoryComment comment) {
        return new CommentView(
                comment.id(),
                comment.story(),
                comment.thread(),
                comment.field(),
                comment.text(),
                comment.author(),
                comment.writtenAt(),
                comment.resolvedBy(),
                comment.resolvedAt(),
                comment.version());
    }
}
