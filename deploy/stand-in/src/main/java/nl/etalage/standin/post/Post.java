package nl.etalage.standin.post;

import java.time.Instant;
import java.util.List;

/**
 * A post as it was accepted.
 *
 * @param account name of the author
 * @param spoilerText empty for none
 * @param language ISO 639-1
 * @param inReplyTo null for none
 * @param media ids, in the order shown
 * @param idempotencyKey null when the author gave none
 */
public record Post(
        long id,
        String account,
        String text,
        String spoilerText,
        boolean sensitive,
        String language,
        Visibility visibility,
        Long inReplyTo,
        List<Long> media,
        Instant createdAt,
        String idempotencyKey) {
    public Post {
        media = List.copyOf(media);
    }

    /** Path of its page on this platform. */
    public String path() {
        return "/@" + account + "/" + id;
    }
}
