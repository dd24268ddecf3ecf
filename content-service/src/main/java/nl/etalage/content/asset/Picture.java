package nl.etalage.content.asset;

import java.util.Arrays;

/**
 * What an upload was found to be.
 *
 * @param size as seen
 * @param opaque whether no pixel lets the background through
 */
public record Picture(Format format, Size size, boolean opaque) {

    /** The kinds of picture that can be used. */
    public enum Format {
        JPEG("image/jpeg", "jpeg"),
        PNG("image/png", "png"),
        WEBP("image/webp", "webp"),
        GIF("image/gif", "gif");

        private final String mediaType;
        private final String reader;

        Format(String mediaType, String reader) {
            this.mediaType = mediaType;
            this.reader = reader;
        }

        public String mediaType() {
            return mediaType;
        }

        /** How names of such files end. */
        String suffix() {
            return this == JPEG ? "jpg" : reader;
        }

        /** The format's name in javax.imageio. */
        String reader() {
            return reader;
        }

        static Format ofMediaType(String mediaType) {
            return Arrays.stream(values())
                    .filter(format -> format.mediaType.equals(mediaType))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No picture: " + mediaType));
        }
    }

    /** Photographs stay JPEG; what may have transparency or sharp lines becomes PNG. */
    public String extension() {
        boolean photograph = format == Format.JPEG || (format == Format.WEBP && opaque);
        return photograph ? "jpg" : "png";
    }

    /** Media type of renditions. */
    public String renditionType() {
        return extension().equals("jpg") ? Format.JPEG.mediaType() : Format.PNG.mediaType();
    }
}
