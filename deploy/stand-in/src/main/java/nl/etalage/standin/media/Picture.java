package nl.etalage.standin.media;

/**
 * What is known of a picture's bytes.
 *
 * @param mediaType found in the bytes, not believed from the sender
 * @param bytes size of the file
 * @param width in pixels
 * @param height in pixels
 * @param previewWidth of the small version, in pixels
 * @param previewHeight of the small version, in pixels
 */
public record Picture(String mediaType, long bytes, int width, int height, int previewWidth, int previewHeight) {
    /** How the file's name ends. */
    String extension() {
        return mediaType.substring(mediaType.indexOf('/') + 1);
    }
}
