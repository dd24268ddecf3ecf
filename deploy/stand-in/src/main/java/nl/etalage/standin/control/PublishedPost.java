package nl.etalage.standin.control;

import java.time.Instant;
import java.util.List;
import nl.etalage.standin.media.Media;
import nl.etalage.standin.post.Post;

/**
 * A post as a test wants to see it.
 *
 * @param text as it was sent
 * @param idempotencyKey null when the author gave none
 * @param requests how many calls gave this post since the start: the one that made it, and repeats with its key
 */
public record PublishedPost(
        String id,
        Instant createdAt,
        String url,
        String text,
        String spoilerText,
        String language,
        String visibility,
        String idempotencyKey,
        int requests,
        List<PublishedMedia> media) {

    /**
     * A picture in a post.
     *
     * @param description the alt text; null when none was given
     * @param bytes size of the file
     */
    public record PublishedMedia(
            String id, String description, String mediaType, long bytes, int width, int height, String url) {}

    static PublishedPost of(Post post, int requests, String url, List<PublishedMedia> media) {
        return new PublishedPost(
                Long.toString(post.id()),
                post.createdAt(),
                url,
                post.text(),
                post.spoilerText(),
                post.language(),
                post.visibility().wireName(),
                post.idempotencyKey(),
                requests,
                List.copyOf(media));
    }

    static PublishedMedia of(Media media, String url) {
        return new PublishedMedia(
                Long.toString(media.id()),
                media.description(),
                media.picture().mediaType(),
                media.picture().bytes(),
                media.picture().width(),
                media.picture().height(),
                url);
    }
}
