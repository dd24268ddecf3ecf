package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import nl.etalage.content.asset.file.DamagedFile;
import nl.etalage.content.asset.file.Gif;
import nl.etalage.content.asset.file.Movie;
import nl.etalage.content.asset.file.Mp3;
import nl.etalage.content.asset.file.Paper;
import nl.etalage.content.asset.file.WebP;
import org.apache.tika.Tika;
import org.jboss.logging.Logger;

/** Finds out what an upload really is, by its bytes alone, and refuses what is not whole, not honest or too large. */
@ApplicationScoped
class InspectUpload {

    private static final Logger LOG = Logger.getLogger(InspectUpload.class);

    private static final long MIB = 1024 * 1024;
    private static final int MOST_SOUND_MIB = 100;
    private static final int MOST_DOCUMENT_MIB = 50;
    private static final Duration LONGEST_VIDEO = Duration.ofMinutes(10);
    private static final Duration LONGEST_SOUND = Duration.ofHours(1);
    private static final int LONGEST_SIDE = 4096;

    private static final Set<String> APPLE =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");
    private static final Set<String> BOXES = Set.of(
            "video/mp4", "application/mp4", "video/x-m4v", "audio/mp4", "audio/x-m4a", "video/quicktime", "video/3gpp");

    private final Tika tika = new Tika();
    private final InspectPicture pictures;

    InspectUpload(InspectPicture pictures) {
        this.pictures = pictures;
    }

    Inspected inspect(Path file) throws IOException {
        String type = type(file);
        if (HiddenContent.in(file, type)) {
            throw UploadRefused.HIDDEN_CONTENT.because();
        }
        try {
            if (BOXES.contains(type)) {
                return movie(Movie.of(file), Files.size(file));
            }
            return switch (type) {
                case "image/jpeg", "image/png" -> pictures.inspect(file, FileFormat.ofMediaType(type));
                case "image/webp" -> {
                    WebP.requireWhole(file);
                    yield pictures.inspect(file, FileFormat.WEBP);
                }
                case "image/gif" -> {
                    if (Gif.of(file).followed()) {
                        throw UploadRefused.HIDDEN_CONTENT.because();
                    }
                    yield pictures.inspect(file, FileFormat.GIF);
                }
                case "audio/mpeg" -> sound(FileFormat.MP3, Mp3.of(file).duration(), Files.size(file));
                default -> document(Paper.of(file), Files.size(file));
            };
        } catch (DamagedFile damaged) {
            LOG.debugf(damaged, "An upload is damaged");
            throw type.startsWith("image/") ? UploadRefused.BROKEN.because() : UploadRefused.DAMAGED.because();
        }
    }

    /** One of those that can be used; refuses the others with what to do instead. */
    private String type(Path file) throws IOException {
        String type;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            type = tika.detect(in);
        }
        if (APPLE.contains(type)) {
            throw UploadRefused.HEIC.because();
        }
        if (type.equals("image/avif")) {
            throw UploadRefused.AVIF.because();
        }
        if (type.equals("image/svg+xml")) {
            throw UploadRefused.SVG.because();
        }
        boolean known = BOXES.contains(type)
                || Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "audio/mpeg", "application/pdf")
                        .contains(type);
        if (!known) {
            throw UploadRefused.TYPE.because();
        }
        return type;
    }

    private static Inspected movie(Movie movie, long bytes) {
        if (movie.quickTime()) {
            throw UploadRefused.QUICKTIME.because();
        }
        if (movie.fragmented()) {
            throw UploadRefused.FRAGMENTED.because();
        }
        if (!movie.hasFilm()) {
            if (!movie.hasSound()) {
                throw UploadRefused.DAMAGED.because();
            }
            return sound(FileFormat.M4A, movie.duration(), bytes);
        }
        if (movie.width() < 1 || movie.height() < 1) {
            throw UploadRefused.DAMAGED.because();
        }
        Size size = new Size(movie.width(), movie.height());
        if (size.longest() > LONGEST_SIDE) {
            throw UploadRefused.VIDEO_TOO_WIDE.because(LONGEST_SIDE);
        }
        if (movie.duration().compareTo(LONGEST_VIDEO) > 0) {
            throw UploadRefused.VIDEO_TOO_LONG.because(LONGEST_VIDEO.toMinutes());
        }
        return Inspected.video(size, movie.duration());
    }

    private static Inspected sound(FileFormat format, Duration duration, long bytes) {
        if (bytes > MOST_SOUND_MIB * MIB) {
            throw UploadRefused.SOUND_TOO_LARGE.because(MOST_SOUND_MIB);
        }
        if (duration.compareTo(LONGEST_SOUND) > 0) {
            throw UploadRefused.SOUND_TOO_LONG.because(LONGEST_SOUND.toMinutes());
        }
        return Inspected.sound(format, duration);
    }

    private static Inspected document(Paper paper, long bytes) {
        if (bytes > MOST_DOCUMENT_MIB * MIB) {
            throw UploadRefused.DOCUMENT_TOO_LARGE.because(MOST_DOCUMENT_MIB);
        }
        if (paper.locked()) {
            throw UploadRefused.DOCUMENT_LOCKED.because();
        }
        if (paper.active()) {
            throw UploadRefused.DOCUMENT_ACTIVE.because();
        }
        return Inspected.document();
    }
}
