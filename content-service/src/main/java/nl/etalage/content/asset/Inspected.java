package nl.etalage.content.asset;

import java.time.Duration;

/**
 * What an upload was found to be.
 *
 * @param size as seen; null for sound and documents
 * @param opaque whether no pixel lets the background through
 * @param duration of video and sound; null for the others
 */
public record Inspected(FileFormat format, Size size, boolean opaque, Duration duration) {

    static Inspected picture(FileFormat format, Size size, boolean opaque) {
        return new Inspected(format, size, opaque, null);
    }

    static Inspected video(Size size, Duration duration) {
        return new Inspected(FileFormat.MP4, size, true, duration);
    }

    static Inspected sound(FileFormat format, Duration duration) {
        return new Inspected(format, null, true, duration);
    }

    static Inspected document() {
        return new Inspected(FileFormat.PDF, null, true, null);
    }
}
