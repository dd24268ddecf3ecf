package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import nl.etalage.problem.ProblemException;

/**
 * Opens pictures, one at a time: a decoded photograph takes tens of megabytes, and a service must live within 160.
 * Pictures that would take more are read at every second or third pixel.
 */
@ApplicationScoped
class Decoder {

    /** Most memory for the pixels of one picture. */
    private static final long MOST_BYTES = 60L * 1024 * 1024;

    /** Of a pixel with a palette: itself, and the colour it is drawn in before it is scaled. */
    private static final int PALETTE_BYTES = 5;

    private final Semaphore one = new Semaphore(1, true);

    /** What is done with an open picture. */
    @FunctionalInterface
    interface Work<T> {
        T with(Open picture) throws IOException;
    }

    /** A picture that can be read, until the work with it is done. */
    record Open(ImageReader reader, Colours colours) {

        /** Reads one frame with the longest side at least that, where the picture has it and memory allows. */
        BufferedImage read(int frame, int longest) throws IOException {
            Size size = new Size(reader.getWidth(frame), reader.getHeight(frame));
            int step = Math.max(1, size.longest() / Math.max(1, longest));
            while (size.pixels() / ((long) step * step) * bytesPerPixel(reader, frame) > MOST_BYTES) {
                step++;
            }
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            return colours.onScreen(reader.read(frame, parameters));
        }
    }

    /**
     * Opens a picture when its turn has come.
     *
     * @throws IOException when the file isn't what its format says; also where a reader throws something else on
     *     damaged bytes
     */
    <T> T open(Path file, FileFormat format, Work<T> work) throws IOException {
        Colours colours = Colours.of(file, format);
        one.acquireUninterruptibly();
        ImageReader reader = reader(format);
        try (FileImageInputStream in =
                format == FileFormat.WEBP ? new OfAnyLength(file) : new FileImageInputStream(file.toFile())) {
            reader.setInput(in, false, false);
            return work.with(new Open(reader, colours));
        } catch (ProblemException refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            throw new IOException("The picture can't be decoded", damaged);
        } finally {
            reader.dispose();
            one.release();
        }
    }

    private static int bytesPerPixel(ImageReader reader, int frame) throws IOException {
        ColorModel colours = reader.getImageTypes(frame).next().getColorModel();
        if (colours instanceof IndexColorModel) {
            return PALETTE_BYTES;
        }
        return Math.max(1, colours.getPixelSize() / 8) + Colours.bytesMore(colours);
    }

    private static ImageReader reader(FileFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.suffix());
        if (!readers.hasNext()) {
            throw new IllegalStateException("There is no reader for " + format.mediaType());
        }
        return readers.next();
    }

    /**
     * Doesn't say how long it is: the reader of WebP takes a small file with a large picture for an attack, though a
     * drawing with few colours packs ten times better. How many pixels there may be is looked at before.
     */
    private static final class OfAnyLength extends FileImageInputStream {

        OfAnyLength(Path file) throws IOException {
            super(file.toFile());
        }

        @Override
        public long length() {
            return -1;
        }
    }
}
