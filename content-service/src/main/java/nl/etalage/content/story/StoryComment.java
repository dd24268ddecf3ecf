package nl.etalage.content.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.access.Actor;

/** What a colleague says of a story, or of one field of it. The first of a thread says whether the thread is done. */
@Entity
@Table(name = "story_comment")
class StoryComment {

    @Id
    private UUID id;

    private UUID story;
    private UUID thread;
    private String field;
    private String text;
    private UUID author;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "resolved_by")
    private UUID resolvedBy;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Version
    private long version;

    protected StoryComment() {}

    /** Begins a thread, on a field or, when that is null, on the whole story. */
    static StoryComment begin(UUID id, UUID story, String field, String text, Actor author, Instant now) {
        StoryComment comment = new StoryComment();
        comment.id = id;
        comment.story = story;
        comment.thread = id;
        comment.field = field;
        comment.text = text;
        comment.author = author.id();
        comment.writtenAt = now;
        comment.version = 1;
        return comment;
    }

    /** Goes on with this thread; one that was done is open again. */
    StoryComment answer(UUID id, String text, Actor author, Instant now) {
        requireFirst();
        StoryComment answer = begin(id, story, field, text, author, now);
        answer.thread = thread;
        resolvedBy = null;
        resolvedAt = null;
        return answer;
    }

    /** Says that what was asked is done. Saying it twice changes nothing. */
    void resolve(Actor by, Instant now) {
        requireFirst();
        if (resolvedAt == null) {
            resolvedBy = by.id();
            resolvedAt = now;
        }
    }

    private void requireFirst() {
        if (!id.equals(thread)) {
            throw ContentProblem.COMMENT_IS_ANSWER.because();
        }
    }

    UUID id() {
        return id;
    }

    UUID story() {
        return story;
    }

    /** Id of the first comment of the thread. */
    UUID thread() {
        return thread;
    }

    /** JSON pointer into the story; null for the whole. */
    String field() {
        return field;
    }

    String text() {
        return text;
    }

    UUID author() {
        return author;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    UUID resolvedBy() {
        return resolvedBy;
    }

    Instant resolvedAt() {
        return resolvedAt;
    }

    long version() {
        return version;
    }
}
