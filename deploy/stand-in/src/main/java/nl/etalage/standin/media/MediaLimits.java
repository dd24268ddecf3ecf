package nl.etalage.standin.media;

import java.util.List;

/** What may be uploaded; the numbers are Mastodon's own. */
public final class MediaLimits {
    public static final List<String> MEDIA_TYPES = List.of("image/jpeg", "image/png", "image/gif", "image/webp");
    /** In bytes: 16 MiB. */
    public static final long IMAGE_SIZE = 16 * 1024 * 1024;
    /** Width times height, in pixels: 33 megapixels, as of 7680 by 4320. */
    public static final int IMAGE_MATRIX = 33_177_600;
    /** Of an alt text, in characters. */
    public static final int DESCRIPTION = 1_500;
    /** Pictures to one post. */
    public static final int PER_POST = 4;

    private MediaLimits() {}
}
