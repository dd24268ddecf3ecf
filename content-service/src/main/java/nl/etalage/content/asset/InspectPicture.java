package nl.etalage.content.asset;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.tika.Tika;
import org.jboss.logging.Logger;

/** Finds out what an upload really is, by its bytes alone, and refuses what is no whole and honest picture. */
@ApplicationScoped
class InspectPicture {

    private static final Logger LOG = Logger.getLogger(InspectPicture.class);

    /** Decoding these stays within the memory of the service; today's best cameras make 60 megapixels. */
    private static final long MOST_PIXELS = 64_000_000;

    /** These readers hold the whole picture in memory, whatever is asked of them. */
    private static final long MOST_PIXELS_HELD = 12_000_000;

    private static final int LONGEST_SIDE = 20_000;
    private static final int MOST_FRAMES = 300;
    private static final int LOOK = 500;
    private static final Set<String> APPLE = Set.of("image/heic", "image/heif", "image/heic-sequence", "image/avif");

    private final Tika tika = new Tika();
    private final Decoder decoder;

    InspectPicture(Decoder decoder) {
        this.decoder = decoder;
    }

    /** Plug-ins are found by the class loader of the thread that asks first, and that must be the application's. */
    void findReaders(@Observes StartupEvent event) {
        ImageIO.scanForPlugins();
        ImageIO.setUseCache(false);
    }

    Picture inspect(Path file) throws IOException {
        Picture.Format format = format(file);
        if (HiddenContent.in(file)) {
            throw PictureRefused.HIDDEN_CONTENT.because();
        }
        Orientation orientation = Orientation.of(file);
        try {
            return decoder.open(file, format, reader -> decode(reader, format, orientation));
        } catch (IOException damaged) {
            LOG.debugf(damaged, "A picture can't be decoded");
            throw PictureRefused.BROKEN.because();
        }
    }

    private Picture.Format format(Path file) throws IOException {
        String type;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            type = tika.detect(in);
        }
        if (APPLE.contains(type)) {
            throw PictureRefused.HEIC.because();
        }
        return Optional.of(type)
                .filter(known -> Set.of("image/jpeg", "image/png", "image/webp", "image/gif")
                        .contains(known))
                .map(Picture.Format::ofMediaType)
                .orElseThrow(PictureRefused.TYPE::because);
    }

    private static Picture decode(ImageReader reader, Picture.Format format, Orientation orientation)
            throws IOException {
        Size stored = new Size(reader.getWidth(0), reader.getHeight(0));
        int frames = format == Picture.Format.GIF ? reader.getNumImages(true) : 1;
        boolean held = format == Picture.Format.GIF || format == Picture.Format.WEBP;
        if (stored.longest() > LONGEST_SIDE
                || stored.pixels() > (held ? MOST_PIXELS_HELD : MOST_PIXELS)
                || frames > MOST_FRAMES
                || frames * stored.pixels() > MOST_PIXELS * 4) {
            throw PictureRefused.TOO_MANY_PIXELS.because();
        }
        AtomicBoolean truncated = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            // libjpeg fills what is missing with grey and only warns; extraneous bytes are harmless.
            if (warning.contains("remature end")) {
                truncated.set(true);
            }
        });
        boolean opaque = true;
        for (int frame = 0; frame < frames; frame++) {
            BufferedImage image = Decoder.read(reader, frame, LOOK);
            opaque &= !image.getColorModel().hasAlpha();
        }
        if (truncated.get()) {
            throw new IOException("The picture ends too soon");
        }
        return new Picture(format, orientation.seen(stored), opaque);
    }
}
