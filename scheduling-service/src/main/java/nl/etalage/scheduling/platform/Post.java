package nl.etalage.scheduling.platform;

import java.util.List;
import java.util.UUID;

/**
 * What is put on a platform.
 *
 * @param publication our id, which a link in the text may carry
 * @param key the same for every attempt of one plan, so that a platform that dedupes takes it once
 * @param text as it must appear
 * @param language ISO 639 code of the text
 */
public record Post(UUID publication, UUID key, String text, String language, List<Picture> pictures) {

    public Post {
        pictures = List.copyOf(pictures);
    }
}
