package nl.etalage.content.asset;

/**
 * A file that is a picture.
 *
 * @param size as seen
 * @param opaque whether no pixel lets the background through
 */
public record Picture(FileFormat format, Size size, boolean opaque) {

    /** Photographs stay JPEG; what may have transparency or sharp lines becomes PNG. */
    public String extension() {
        boolean photograph = format == FileFormat.JPEG || (format == FileFormat.WEBP && opaque);
        return photograph ? "jpg" : "png";
    }

    /** Media type of renditions. */
    public String renditionType() {
        return extension().equals("jpg") ? FileFormat.JPEG.mediaType() : FileFormat.PNG.mediaType();
    }
}
