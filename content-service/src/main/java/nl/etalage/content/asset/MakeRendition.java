package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Draws a picture anew in another form, the first time somebody asks; kept after that. What is drawn holds pixels only:
 * no position, no camera, no maker's notes. Colours are brought to sRGB.
 */
@ApplicationScoped
public class MakeRendition {

    /** Above this the eye sees little and the file doubles. */
    private static final float QUALITY = 0.85f;

    /** Shrinking from somewhat more pixels than needed keeps lines smooth. */
    private static final double SPARE = 1.5;

    private final MediaStore store;
    private final Decoder decoder;

    MakeRendition(MediaStore store, Decoder decoder) {
        this.store = store;
        this.decoder = decoder;
    }

    /** Where the rendition stands; made when it isn't there yet. Takes up to seconds, on the caller's thread. */
    public Path of(Asset asset, Rendition rendition) {
        Picture picture = asset.file().picture();
        Path place = place(asset, rendition);
        try {
            if (!Files.exists(place)) {
                BufferedImage drawn = draw(asset, picture, rendition);
                String format = picture.extension();
                store.place(place, out -> Thumbnails.of(drawn)
                        .scale(1)
                        .outputFormat(format)
                        .outputQuality(QUALITY)
                        .toOutputStream(out));
            }
            return place;
        } catch (IOException failure) {
            throw new UncheckedIOException("A rendition can't be made", failure);
        }
    }

    /** How large the rendition is; 0 while it isn't made, which this doesn't do. */
    public long bytesWhenMade(Asset asset, Rendition rendition) {
        try {
            Path place = place(asset, rendition);
            return Files.exists(place) ? Files.size(place) : 0;
        } catch (IOException failure) {
            throw new UncheckedIOException("A rendition can't be looked at", failure);
        }
    }

    private Path place(Asset asset, Rendition rendition) {
        return store.rendition(
                asset.mediaKey(),
                rendition.word() + "." + asset.file().picture().extension());
    }

    private BufferedImage draw(Asset asset, Picture picture, Rendition rendition) throws IOException {
        Path original = store.original(asset.file().sha256());
        Orientation orientation = Orientation.of(original);
        Size target = rendition.sizeOf(picture.size());
        Size cover = picture.size().covering(target);
        BufferedImage scaled = decoder.open(original, picture.format(), opened -> {
            BufferedImage read = opened.read(0, (int) (cover.longest() * SPARE));
            Size stored = orientation.seen(cover);
            return flat(
                    Thumbnails.of(ownPalette(read) ? flat(read, picture) : read)
                            .forceSize(stored.width(), stored.height())
                            .asBufferedImage(),
                    picture);
        });
        return crop(orientation.apply(scaled), target, asset.focalPoint());
    }

    /** Scaled as it is, such a picture would get the palette of a screen of long ago, or black and white. */
    private static boolean ownPalette(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel;
    }

    private static BufferedImage flat(BufferedImage image, Picture picture) {
        boolean jpeg = picture.extension().equals("jpg");
        BufferedImage flat = new BufferedImage(
                image.getWidth(), image.getHeight(), jpeg ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = flat.createGraphics();
        if (jpeg) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        }
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return flat;
    }

    private static BufferedImage crop(BufferedImage image, Size target, FocalPoint chosen) {
        FocalPoint point = chosen == null ? FocalPoint.CENTRE : chosen;
        int width = Math.min(target.width(), image.getWidth());
        int height = Math.min(target.height(), image.getHeight());
        return image.getSubimage(
                start(point.x(), image.getWidth(), width), start(point.y(), image.getHeight(), height), width, height);
    }

    /** The window is laid around the point, and pushed back where it would stick out. */
    private static int start(double point, int whole, int window) {
        return Math.max(0, Math.min(whole - window, (int) Math.round(point * whole - window / 2.0)));
    }
}
