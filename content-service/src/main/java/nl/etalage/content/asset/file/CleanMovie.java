package nl.etalage.content.asset.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies a film or a sound and leaves out all that is neither: where and when it was made, by which telephone, and
 * tracks with other things than pictures and sound, such as the way a drone flew. What goes out keeps its place, so that
 * nothing needs to be encoded anew: only what is known to be needed is copied, zeros stand for the rest.
 */
public final class CleanMovie {

    private static final Set<String> OF_FILE = Set.of("ftyp", "moov", "mdat");
    private static final Set<String> OF_MOVIE = Set.of("mvhd", "trak");
    private static final Set<String> OF_TRACK = Set.of("tkhd", "edts", "mdia");
    private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;

    /** What is copied. */
    private final List<Span> kept = new ArrayList<>();

    /** Where a box that goes out says its name. */
    private final Set<Long> emptied = new HashSet<>();

    private CleanMovie(FileChannel file) {
        this.file = file;
    }

    /** Copies; the copy is as long as the file. */
    public static void copy(Path from, OutputStream to) throws IOException {
        try (FileChannel file = FileChannel.open(from, StandardOpenOption.READ)) {
            CleanMovie clean = new CleanMovie(file);
            clean.choose();
            clean.write(Channels.newChannel(to));
        }
    }

    private void choose() throws IOException {
        for (Track track : Movie.of(file).tracks()) {
            if (track.film() || track.sound()) {
                kept.addAll(track.chunks());
            }
        }
        for (Box box : Box.in(file, 0, file.size())) {
            if (!OF_FILE.contains(box.type())) {
                empty(box);
            } else if (box.type().equals("moov")) {
                movie(box);
            } else if (box.type().equals("mdat")) {
                kept.add(new Span(box.start(), box.content()));
            } else {
                kept.add(new Span(box.start(), box.end()));
            }
        }
        kept.sort(Comparator.comparingLong(Span::from));
    }

    private void movie(Box movie) throws IOException {
        kept.add(new Span(movie.start(), movie.content()));
        for (Box box : movie.inside(file)) {
            if (!OF_MOVIE.contains(box.type())) {
                empty(box);
            } else if (box.type().equals("trak")) {
                track(box);
            } else {
                undated(box);
            }
        }
    }

    private void track(Box box) throws IOException {
        Track track = Track.of(file, box);
        if (!track.film() && !track.sound()) {
            empty(box);
            return;
        }
        kept.add(new Span(box.start(), box.content()));
        for (Box part : box.inside(file)) {
            if (!OF_TRACK.contains(part.type())) {
                empty(part);
            } else if (part.type().equals("tkhd")) {
                undated(part);
            } else if (part.type().equals("mdia")) {
                media(part);
            } else {
                kept.add(new Span(part.start(), part.end()));
            }
        }
    }

    private void media(Box media) throws IOException {
        kept.add(new Span(media.start(), media.content()));
        for (Box part : media.inside(file)) {
            switch (part.type()) {
                case "mdhd" -> undated(part);
                case "hdlr", "minf" -> kept.add(new Span(part.start(), part.end()));
                default -> empty(part);
            }
        }
    }

    /** Keeps the place of a box, without its name and content. */
    private void empty(Box box) {
        kept.add(new Span(box.start(), box.start() + Integer.BYTES));
        emptied.add(box.start() + Integer.BYTES);
        if (box.content() - box.start() > 2 * Integer.BYTES) {
            kept.add(new Span(box.start() + 2 * Integer.BYTES, box.content()));
        }
    }

    /** A header begins with when it was made and changed. */
    private void undated(Box header) throws IOException {
        boolean large = header.read(file).get(0) == 1;
        long dates = header.content() + Integer.BYTES;
        kept.add(new Span(header.start(), dates));
        kept.add(new Span(dates + 2L * (large ? Long.BYTES : Integer.BYTES), header.end()));
    }

    private void write(WritableByteChannel to) throws IOException {
        long at = 0;
        for (Span span : kept) {
            if (span.to() <= at) {
                continue;
            }
            at = zeros(to, at, span.from());
            for (long from = Math.max(at, span.from()); from < span.to(); ) {
                from += file.transferTo(from, span.to() - from, to);
            }
            at = span.to();
        }
        zeros(to, at, file.size());
    }

    /** Zeros, but for the names of boxes that were emptied. */
    private long zeros(WritableByteChannel to, long from, long until) throws IOException {
        long at = from;
        while (at < until) {
            ByteBuffer nothing = ByteBuffer.allocate((int) Math.min(BUFFER, until - at));
            if (emptied.contains(at)) {
                nothing.put(FREE).rewind();
            }
            at += nothing.remaining();
            while (nothing.hasRemaining()) {
                to.write(nothing);
            }
        }
        return Math.max(at, from);
    }
}
