package nl.etalage.content.asset;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * How a camera was held.
 *
 * @param value 1 to 8, as Exif 2.32 numbers them (tag 0x0112)
 */
record Orientation(int value) {

    private static final Logger LOG = Logger.getLogger(Orientation.class);

    private static final Orientation UPRIGHT = new Orientation(1);

    /** What the file says; upright when it says nothing, or nothing sensible. */
    static Orientation of(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (ExifIFD0Directory directory :
                    ImageMetadataReader.readMetadata(in).getDirectoriesOfType(ExifIFD0Directory.class)) {
                if (directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                    int value = directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
                    return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
                }
            }
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException damaged) {
            // Cameras and editors write broken metadata around good pictures; the reader throws all kinds on it.
            LOG.debugf(damaged, "Unreadable metadata");
        }
        return UPRIGHT;
    }

    /** The size as seen of a picture stored in this size. */
    Size seen(Size stored) {
        return value >= 5 ? stored.turned() : stored;
    }

    /** The picture as seen. */
    BufferedImage apply(BufferedImage stored) {
        if (value == 1) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        Size seen = seen(new Size(width, height));
        BufferedImage turned = new BufferedImage(seen.width(), seen.height(), stored.getType());
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(stored, transform(width, height), null);
        graphics.dispose();
        return turned;
    }

    private AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
