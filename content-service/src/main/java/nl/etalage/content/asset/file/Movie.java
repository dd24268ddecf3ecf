package nl.etalage.content.asset.file;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An MP4 or M4A file, looked through without decoding: what is in it, how long it takes, and where its parts are. */
public final class Movie {

    private final String brand;
    private final boolean fragmented;
    private final Duration duration;
    private final List<Track> tracks;

    private Movie(String brand, boolean fragmented, Duration duration, List<Track> tracks) {
        this.brand = brand;
        this.fragmented = fragmented;
        this.duration = duration;
        this.tracks = List.copyOf(tracks);
    }

    /**
     * Reads the tables of a file.
     *
     * @throws DamagedFile when it isn't whole
     */
    public static Movie of(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return of(file);
        }
    }

    static Movie of(FileChannel file) throws IOException {
        // One written piece by piece has thousands; the first says enough.
        List<Box> boxes = Box.upTo(file, "moof");
        String brand = brand(file, boxes);
        Box movie = boxes.stream()
                .filter(box -> box.type().equals("moov"))
                .findFirst()
                .orElseThrow(() -> new DamagedFile("no moov"));
        if (boxes.stream().anyMatch(box -> box.type().equals("moof"))
                || movie.child(file, "mvex").isPresent()) {
            return new Movie(brand, true, Duration.ZERO, List.of());
        }
        List<Track> tracks = new ArrayList<>();
        for (Box box : movie.inside(file)) {
            if (box.type().equals("trak")) {
                tracks.add(Track.of(file, box));
            }
        }
        try {
            Duration said = Track.duration(movie.require(file, "mvhd").read(file));
            Duration longest = Stream.concat(
                            Stream.of(said),
                            tracks.stream()
                                    .filter(track -> track.film() || track.sound())
                                    .map(Track::duration))
                    .max(Comparator.naturalOrder())
                    .orElse(said);
            return new Movie(brand, false, longest, tracks);
        } catch (BufferUnderflowException shorter) {
            throw new DamagedFile("the header is incomplete", shorter);
        }
    }

    private static String brand(FileChannel file, List<Box> boxes) throws IOException {
        if (boxes.isEmpty() || !boxes.get(0).type().equals("ftyp")) {
            return "qt  ";
        }
        byte[] brand = new byte[4];
        try {
            boxes.get(0).read(file).get(brand);
        } catch (BufferUnderflowException shorter) {
            throw new DamagedFile("no brand", shorter);
        }
        return new String(brand, StandardCharsets.ISO_8859_1);
    }

    /** Whether it is a QuickTime film, the forerunner of MP4, that few browsers play. */
    public boolean quickTime() {
        return brand.equals("qt  ");
    }

    /** Whether it was written piece by piece, as for live streaming: its length is said nowhere. */
    public boolean fragmented() {
        return fragmented;
    }

    public boolean hasFilm() {
        return tracks.stream().anyMatch(Track::film);
    }

    public boolean hasSound() {
        return tracks.stream().anyMatch(Track::sound);
    }

    /** Of the longest part that is seen or heard. */
    public Duration duration() {
        return duration;
    }

    /** As seen, in pixels; 0 without film. */
    public int width() {
        return tracks.stream().filter(Track::film).mapToInt(Track::width).max().orElse(0);
    }

    /** As seen, in pixels; 0 without film. */
    public int height() {
        return tracks.stream().filter(Track::film).mapToInt(Track::height).max().orElse(0);
    }

    List<Track> tracks() {
        return tracks;
    }
}
