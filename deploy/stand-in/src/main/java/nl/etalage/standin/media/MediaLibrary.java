package nl.etalage.standin.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.api.Refusal;
import nl.etalage.standin.storage.Ledger;
import nl.etalage.standin.storage.SnowflakeIds;

/** All pictures: those in a post, and those waiting for one. */
public final class MediaLibrary {
    private static final Logger LOG = Logger.getLogger(MediaLibrary.class.getName());

    public static final String KIND = "media";
    public static final String REMOVED = "media-removed";

    /** Mastodon throws away what nobody posted about as long. */
    private static final Duration KEPT_WITHOUT_POST = Duration.ofHours(24);

    private final Path folder;
    private final Ledger ledger;
    private final SnowflakeIds ids;
    private final Clock clock;
    private final Processing processing;
    private final PictureReader reader = new PictureReader();
    private final Map<Long, Media> all = new HashMap<>();
    private final Map<Long, Long> postOf = new HashMap<>();

    public MediaLibrary(Path folder, Ledger ledger, SnowflakeIds ids, Clock clock, Processing processing) {
        this.folder = folder;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
        this.processing = processing;
    }

    /**
     * Takes a file over; when this returns, picture and facts are on disk.
     *
     * @throws Refusal 422 when the file isn't a picture this platform takes
     * @throws IOException when the disk fails
     */
    Media add(Account owner, Path upload, String description, Focus focus) throws IOException {
        Path preview = upload.resolveSibling(upload.getFileName() + ".small");
        try {
            Picture picture = reader.read(upload, preview);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Instant readyAt = processing.readyAt(now, picture.bytes());
            Media media = new Media(ids.next(), owner.name(), picture, description, focus, now, readyAt);
            Files.createDirectories(folderOf(media.id()));
            moveDurably(upload, file(media));
            moveDurably(preview, preview(media));
            keep(media, now);
            return media;
        } finally {
            Files.deleteIfExists(preview);
        }
    }

    public synchronized Optional<Media> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    /** A picture of this owner that is in no post yet. */
    synchronized Optional<Media> waiting(Account owner, long id) {
        return find(id).filter(media -> media.account().equals(owner.name()) && !postOf.containsKey(id));
    }

    /**
     * The pictures for a new post, in the order asked.
     *
     * @throws Refusal 422 when there are too many, or one is unknown, in another post, or still in process
     */
    public synchronized List<Media> forPost(Account owner, List<Long> wanted) {
        if (wanted.size() > MediaLimits.PER_POST) {
            throw Refusal.invalid("Cannot attach more than 4 files");
        }
        List<Media> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (long id : wanted.stream().distinct().toList()) {
            waiting(owner, id).ifPresentOrElse(found::add, () -> missing.add(Long.toString(id)));
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(
                    "Media " + String.join(", ", missing) + " not found or already attached to another post");
        }
        Instant now = clock.instant();
        if (found.stream().anyMatch(media -> media.processing(now))) {
            throw Refusal.invalid("Cannot attach files that have not finished processing. Try again in a moment!");
        }
        return List.copyOf(found);
    }

    public synchronized void attach(List<Long> media, long post) {
        media.forEach(id -> postOf.put(id, post));
    }

    /** The pictures of a removed post may be used again. */
    public synchronized void detach(List<Long> media) {
        media.forEach(postOf::remove);
    }

    /** @throws java.io.UncheckedIOException when the disk fails */
    public synchronized void remove(List<Long> media) {
        for (long id : media) {
            ledger.append(REMOVED, id);
            forget(id);
        }
    }

    public synchronized void restore(Media media) {
        all.put(media.id(), media);
        ids.after(media.id());
    }

    /** Knows a removal again after a restart. */
    public synchronized void forget(long id) {
        Media media = all.remove(id);
        postOf.remove(id);
        if (media != null) {
            deleteQuietly(file(media));
            deleteQuietly(preview(media));
            deleteQuietly(folderOf(id));
        }
    }

    public Path file(Media media) {
        return folderOf(media.id()).resolve(media.originalName());
    }

    public Path preview(Media media) {
        return folderOf(media.id()).resolve(media.previewName());
    }

    private synchronized void keep(Media media, Instant now) {
        ledger.append(KIND, media);
        all.put(media.id(), media);
        remove(all.values().stream()
                .filter(other -> !postOf.containsKey(other.id()))
                .filter(other -> other.createdAt().plus(KEPT_WITHOUT_POST).isBefore(now))
                .map(Media::id)
                .toList());
    }

    private Path folderOf(long id) {
        return folder.resolve(Long.toString(id));
    }

    private static void moveDurably(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(from, to);
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // It takes room and does no harm: nothing refers to it any more.
            LOG.log(Level.WARNING, "A removed picture stays behind", e);
        }
    }
}
