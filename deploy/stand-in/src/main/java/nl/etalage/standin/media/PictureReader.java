package nl.etalage.standin.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import nl.etalage.standin.api.Refusal;

/** Decodes a picture whole, to know that it is one, and makes its small version on the way. */
final class PictureReader {
    private static final String NOT_A_PICTURE = "Validation failed: File content type is invalid, File is invalid";
    /** A decoder keeps a few rows in memory, however low the picture is. */
    private static final int LONGEST_SIDE = 16_384;
    /** Of the small version, width times height: 640 by 360, as Mastodon has it. */
    private static final double PREVIEW_MATRIX = 230_400;

    /**
     * One picture at a time, so that a heap of uploads needs no more memory than one.
     *
     * @param preview where the small version is written, as JPEG
     * @throws Refusal 422 when the file isn't a whole picture of a known kind, or too large
     * @throws IOException when the disk fails
     */
    synchronized Picture read(Path file, Path preview) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MediaLimits.IMAGE_SIZE) {
            throw Refusal.invalid(
                    "Validation failed: File file size must be less than 16 MB, File must be less than 16 MB");
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw Refusal.invalid(NOT_A_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return decode(reader, bytes, preview);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Picture decode(ImageReader reader, long bytes, Path preview) throws IOException {
        String mediaType = "image/" + reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!MediaLimits.MEDIA_TYPES.contains(mediaType)) {
            throw Refusal.invalid(NOT_A_PICTURE);
        }
        BufferedImage small;
        int width;
        int height;
        try {
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            requireFitting(width, height);
            small = reader.read(0, everySoManyPixels(reader, width, height));
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders meet broken bytes with any unchecked exception, from negative sizes to missing tables.
            throw Refusal.invalid(NOT_A_PICTURE);
        }
        writeJpeg(small, preview);
        return new Picture(mediaType, bytes, width, height, small.getWidth(), small.getHeight());
    }

    private static void requireFitting(int width, int height) {
        if ((long) width * height > MediaLimits.IMAGE_MATRIX || Math.max(width, height) > LONGEST_SIDE) {
            throw Refusal.invalid(
                    "Validation failed: File " + width + "x" + height + " images are not supported, File is invalid");
        }
    }

    private static ImageReadParam everySoManyPixels(ImageReader reader, int width, int height) {
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) width * height / PREVIEW_MATRIX)));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    private static void writeJpeg(BufferedImage image, Path file) throws IOException {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        if (!ImageIO.write(opaque, "jpeg", file.toFile())) {
            throw new IOException("This Java can't write JPEG");
        }
    }
}
