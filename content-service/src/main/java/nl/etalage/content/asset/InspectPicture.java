package nl.etalage.content.asset;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jboss.logging.Logger;

/** Looks whether a picture is whole, and how large it is, and refuses what would take too much to open. */
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

    private final Decoder decoder;

    InspectPicture(Decoder decoder) {
        this.decoder = decoder;
    }

    /** Plug-ins are found by the class loader of the thread that asks first, and that must be the application's. */
    void findReaders(@Observes StartupEvent event) {
        ImageIO.scanForPlugins();
        ImageIO.setUseCache(false);
    }

    Inspected inspect(Path file, FileFormat format) throws IOException {
        Orientation orientation = Orientation.of(file);
        Damage damage = new Damage(file);
        try {
            return decoder.open(file, format, opened -> decode(opened, format, orientation, damage));
        } catch (IOException damaged) {
            LOG.debugf(damaged, "A picture can't be decoded");
            throw UploadRefused.BROKEN.because();
        }
    }

    private static Inspected decode(Decoder.Open opened, FileFormat format, Orientation orientation, Damage damage)
            throws IOException {
        ImageReader reader = opened.reader();
        Size stored = new Size(reader.getWidth(0), reader.getHeight(0));
        int frames = format == FileFormat.GIF ? reader.getNumImages(true) : 1;
        boolean held = format == FileFormat.GIF || format == FileFormat.WEBP;
        if (stored.longest() > LONGEST_SIDE || stored.pixels() > (held ? MOST_PIXELS_HELD : MOST_PIXELS)) {
            throw UploadRefused.TOO_MANY_PIXELS.because();
        }
        if (frames > MOST_FRAMES || frames * stored.pixels() > MOST_PIXELS * 4) {
            throw UploadRefused.TOO_MANY_FRAMES.because();
        }
        reader.addIIOReadWarningListener(damage);
        boolean opaque = true;
        for (int frame = 0; frame < frames; frame++) {
            BufferedImage image = opened.read(frame, LOOK);
            opaque &= !image.getColorModel().hasAlpha();
        }
        damage.refuse();
        return Inspected.picture(format, orientation.seen(stored), opaque);
    }
}
