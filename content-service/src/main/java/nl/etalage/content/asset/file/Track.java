package nl.etalage.content.asset.file;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stream of a film: pictures, sound, or something else, such as where the camera was.
 *
 * @param box the whole of it
 * @param handler what it is: {@code vide}, {@code soun} or another word
 * @param width as seen, in pixels; 0 for sound
 * @param height as seen, in pixels; 0 for sound
 * @param chunks where in the file its pictures or sounds are
 */
record Track(Box box, String handler, int width, int height, Duration duration, List<Span> chunks) {

    /** Version and flags, that begin most boxes. */
    private static final int FULL = 4;

    /** Offset of the handler's word in its box. */
    private static final int HANDLER = 8;

    /** Matrix, width and height end a track header. */
    private static final int MATRIX_AND_SIZE = 44;

    boolean film() {
        return handler.equals("vide");
    }

    boolean sound() {
        return handler.equals("soun");
    }

    static Track of(FileChannel file, Box box) throws IOException {
        Box media = box.require(file, "mdia");
        byte[] handler = new byte[4];
        try {
            media.require(file, "hdlr").read(file).position(HANDLER).get(handler);
            ByteBuffer header = box.require(file, "tkhd").read(file);
            header.position(header.limit() - MATRIX_AND_SIZE);
            int across = header.getInt();
            int turned = header.getInt();
            header.position(header.limit() - 2 * Integer.BYTES);
            int width = header.getInt() >>> 16;
            int height = header.getInt() >>> 16;
            boolean onItsSide = across == 0 && turned != 0;
            Box table = media.require(file, "minf").require(file, "stbl");
            return new Track(
                    box,
                    new String(handler, StandardCharsets.ISO_8859_1),
                    onItsSide ? height : width,
                    onItsSide ? width : height,
                    duration(media.require(file, "mdhd").read(file)),
                    chunks(file, table));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException shorter) {
            throw new DamagedFile("a track is incomplete", shorter);
        }
    }

    /** Of a header of a film or of a track's media: both begin alike. */
    static Duration duration(ByteBuffer header) throws IOException {
        boolean large = header.get(0) == 1;
        header.position(FULL + 2 * (large ? Long.BYTES : Integer.BYTES));
        long scale = Integer.toUnsignedLong(header.getInt());
        long units = large ? header.getLong() : Integer.toUnsignedLong(header.getInt());
        boolean unknown = large ? units == -1 : units == 0xFFFF_FFFFL;
        if (scale == 0 || units < 0 || unknown) {
            throw new DamagedFile("no duration");
        }
        return Duration.ofSeconds(units / scale).plusMillis(units % scale * 1000 / scale);
    }

    private static List<Span> chunks(FileChannel file, Box table) throws IOException {
        Box sizeBox = table.require(file, "stsz");
        ByteBuffer sizes = sizeBox.read(file).position(FULL);
        int every = sizes.getInt();
        int samples = sizes.getInt();
        ByteBuffer runs = table.require(file, "stsc").read(file).position(FULL);
        Optional<Box> large = table.child(file, "co64");
        ByteBuffer offsets = (large.isPresent() ? large.get() : table.require(file, "stco"))
                .read(file)
                .position(FULL);
        int count = offsets.getInt();
        int runCount = runs.getInt();
        List<Span> chunks = new ArrayList<>();
        int left = samples;
        int run = 0;
        int perChunk = 0;
        int next = runCount > 0 ? runs.getInt() : 0;
        for (int chunk = 1; chunk <= count; chunk++) {
            if (chunk == next) {
                perChunk = runs.getInt();
                runs.getInt();
                run++;
                next = run < runCount ? runs.getInt() : 0;
            }
            long at = large.isPresent() ? offsets.getLong() : Integer.toUnsignedLong(offsets.getInt());
            long length = 0;
            for (int sample = Math.min(perChunk, left); sample > 0; sample--) {
                length += every == 0 ? Integer.toUnsignedLong(sizes.getInt()) : every;
            }
            left -= Math.min(perChunk, left);
            if (at < 0 || length < 0 || at > file.size() - length) {
                throw new DamagedFile("a part lies outside the file");
            }
            chunks.add(new Span(at, at + length));
        }
        if (left > 0) {
            throw new DamagedFile("parts are missing");
        }
        return chunks;
    }
}
