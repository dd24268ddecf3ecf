package nl.etalage.standin.media;

import java.time.Instant;

/**
 * A picture someone uploaded.
 *
 * @param account name of the owner
 * @param description the alt text; null when none was given
 * @param focus null when none was given
 * @param readyAt when processing it is over
 */
public record Media(
        long id, String account, Picture picture, String description, Focus focus, Instant createdAt, Instant readyAt) {
    public boolean processing(Instant now) {
        return now.isBefore(readyAt);
    }

    /** Path of the whole picture on this platform. */
    public String path() {
        return "/media/" + id + "/" + originalName();
    }

    /** Path of its small version. */
    public String previewPath() {
        return "/media/" + id + "/" + previewName();
    }

    String originalName() {
        return "original." + picture.extension();
    }

    String previewName() {
        return "small.jpeg";
    }
}
