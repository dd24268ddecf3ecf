package nl.etalage.content.asset;

import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngProcessingException;
import com.drew.lang.StreamReader;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jboss.logging.Logger;

/**
 * Brings a picture to the colours of a screen (sRGB) where Java's readers don't: they leave the profile of a PNG aside,
 * take greys beside transparency for evenly counted light, and the inks of a JPEG without a profile too. The others
 * have been brought there by their reader.
 */
final class Colours {

    private static final Logger LOG = Logger.getLogger(Colours.class);

    private static final Colours AS_READ = new Colours(null);

    /** Profiles of screens take a few kilobytes, of printers up to two megabytes. */
    private static final int MOST_PROFILE = 4 * 1024 * 1024;

    private static final int PROFILE_NAME = 79;

    /** Red, green and blue. */
    private static final int BANDS = 3;

    /** Of a picture that is drawn anew in red, green, blue and transparency. */
    private static final int BYTES = 4;

    private static final int WHITE = 255;

    /** Null where the numbers mean sRGB, or their reader knows what they mean. */
    private final ColorConvertOp toScreen;

    private Colours(ColorConvertOp toScreen) {
        this.toScreen = toScreen;
    }

    /** What the file says its numbers mean. */
    static Colours of(Path file, FileFormat format) {
        if (format != FileFormat.PNG) {
            return AS_READ;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (PngChunk chunk : new PngChunkReader().extract(new StreamReader(in), Set.of(PngChunkType.iCCP))) {
                ICC_Profile profile = ICC_Profile.getInstance(unpacked(chunk.getBytes()));
                if (profile.getColorSpaceType() == ColorSpace.TYPE_RGB) {
                    return new Colours(toScreen(profile));
                }
            }
        } catch (PngProcessingException | IOException | RuntimeException useless) {
            // Programs write profiles that nobody can read, and readers throw all kinds on them; every viewer shows
            // such a
            // picture without.
            LOG.debugf(useless, "Unreadable profile");
        }
        return AS_READ;
    }

    /** How many bytes a pixel takes more while {@link #onScreen} works on it. */
    static int bytesMore(ColorModel read) {
        return greysWithTransparency(read) || inksWithoutProfile(read) ? BYTES : 0;
    }

    BufferedImage onScreen(BufferedImage read) {
        if (greysWithTransparency(read.getColorModel())) {
            return greys(read);
        }
        if (inksWithoutProfile(read.getColorModel())) {
            return inks(read);
        }
        return toScreen == null ? read : converted(read);
    }

    /** A name, a zero, a method of packing of which there is one, and the packed profile. */
    private static byte[] unpacked(byte[] chunk) throws IOException {
        int name = 0;
        while (name < chunk.length && name < PROFILE_NAME && chunk[name] != 0) {
            name++;
        }
        int packed = Math.min(chunk.length, name + 2);
        try (InputStream profile =
                new InflaterInputStream(new ByteArrayInputStream(chunk, packed, chunk.length - packed))) {
            return profile.readNBytes(MOST_PROFILE);
        }
    }

    private static ColorConvertOp toScreen(ICC_Profile profile) {
        ColorConvertOp operation = new ColorConvertOp(
                new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, /* hints= */ null);
        // Whether a profile is any good shows when it is used.
        convert(operation, new int[1]);
        return operation;
    }

    private BufferedImage converted(BufferedImage read) {
        if (read.getColorModel() instanceof IndexColorModel palette) {
            int[] colours = new int[palette.getMapSize()];
            palette.getRGBs(colours);
            convert(toScreen, colours);
            IndexColorModel meant = new IndexColorModel(
                    palette.getPixelSize(),
                    colours.length,
                    colours,
                    0,
                    palette.hasAlpha(),
                    palette.getTransparentPixel(),
                    palette.getTransferType());
            return new BufferedImage(meant, read.getRaster(), false, null);
        }
        int width = read.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < read.getHeight(); y++) {
            read.getRGB(0, y, width, 1, row, 0, width);
            convert(toScreen, row);
            read.setRGB(0, y, width, 1, row, 0, width);
        }
        return read;
    }

    /** Transparency stays as it is. */
    private static void convert(ColorConvertOp operation, int[] pixels) {
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, pixels.length, 1, BANDS, /* location= */ null);
        int[] bands = new int[pixels.length * BANDS];
        for (int at = 0; at < pixels.length; at++) {
            bands[at * BANDS] = pixels[at] >> 16 & WHITE;
            bands[at * BANDS + 1] = pixels[at] >> 8 & WHITE;
            bands[at * BANDS + 2] = pixels[at] & WHITE;
        }
        raster.setPixels(0, 0, pixels.length, 1, bands);
        operation.filter(raster, raster.createCompatibleWritableRaster()).getPixels(0, 0, pixels.length, 1, bands);
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = (pixels[at] & (WHITE << 24))
                    | bands[at * BANDS] << 16
                    | bands[at * BANDS + 1] << 8
                    | bands[at * BANDS + 2];
        }
    }

    private static boolean greysWithTransparency(ColorModel read) {
        return read.hasAlpha() && read.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private static BufferedImage greys(BufferedImage read) {
        int most = (1 << read.getSampleModel().getSampleSize(0)) - 1;
        BufferedImage drawn = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[read.getWidth() * 2];
        for (int y = 0; y < read.getHeight(); y++) {
            read.getRaster().getPixels(0, y, read.getWidth(), 1, row);
            for (int x = 0; x < read.getWidth(); x++) {
                int grey = row[2 * x] * WHITE / most;
                int alpha = row[2 * x + 1] * WHITE / most;
                drawn.setRGB(x, y, alpha << 24 | grey << 16 | grey << 8 | grey);
            }
        }
        return drawn;
    }

    private static boolean inksWithoutProfile(ColorModel read) {
        return read.getColorSpace().getType() == ColorSpace.TYPE_CMYK
                && !(read.getColorSpace() instanceof ICC_ColorSpace);
    }

    /** As browsers do without a profile: each ink takes its part of the light. */
    private static BufferedImage inks(BufferedImage read) {
        BufferedImage drawn = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        int inks = read.getRaster().getNumBands();
        int[] row = new int[read.getWidth() * inks];
        for (int y = 0; y < read.getHeight(); y++) {
            read.getRaster().getPixels(0, y, read.getWidth(), 1, row);
            for (int x = 0; x < read.getWidth(); x++) {
                int at = x * inks;
                int light = WHITE - row[at + BANDS];
                drawn.setRGB(
                        x, y, light(row[at], light) << 16 | light(row[at + 1], light) << 8 | light(row[at + 2], light));
            }
        }
        return drawn;
    }

    private static int light(int ink, int light) {
        return (WHITE - ink) * light / WHITE;
    }
}
