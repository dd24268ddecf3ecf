package nl.etalage.content.asset.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of an MP4 file.
 *
 * @param type four characters
 * @param start where its header begins
 * @param content where its content begins
 * @param end where the next begins
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 4.2</a>
 */
record Box(String type, long start, long content, long end) {

    private static final int HEADER = 8;
    private static final String NONE = "";
    private static final int LONG_HEADER = 16;

    /** A real film has a few dozen; more is somebody's attempt to keep us busy. */
    private static final int MOST = 2_000;

    /** Tables of an hour of sound take a few megabytes. */
    private static final long MOST_READ = 16L * 1024 * 1024;

    /** The boxes that fill a range of a file. */
    static List<Box> in(FileChannel file, long from, long to) throws IOException {
        return in(file, from, to, NONE);
    }

    /** The boxes of a file, up to and with the first of a type. */
    static List<Box> upTo(FileChannel file, String type) throws IOException {
        return in(file, 0, file.size(), type);
    }

    private static List<Box> in(FileChannel file, long from, long to, String last) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (at < to) {
            Box box = at(file, at, to);
            boxes.add(box);
            if (box.type.equals(last)) {
                break;
            }
            if (boxes.size() > MOST) {
                throw new DamagedFile("too many boxes");
            }
            at = box.end;
        }
        return boxes;
    }

    List<Box> inside(FileChannel file) throws IOException {
        return in(file, content, end);
    }

    /** The first inside this of a type. */
    Optional<Box> child(FileChannel file, String wanted) throws IOException {
        return inside(file).stream().filter(box -> box.type.equals(wanted)).findFirst();
    }

    /** As above, where a file without it can't be played. */
    Box require(FileChannel file, String wanted) throws IOException {
        return child(file, wanted).orElseThrow(() -> new DamagedFile("no " + wanted + " in " + type));
    }

    /** All of its content. */
    ByteBuffer read(FileChannel file) throws IOException {
        if (end - content > MOST_READ) {
            throw new DamagedFile(type + " is too large");
        }
        return read(file, content, (int) (end - content));
    }

    private static Box at(FileChannel file, long at, long to) throws IOException {
        if (to - at < HEADER) {
            throw new DamagedFile("half a box");
        }
        ByteBuffer header = read(file, at, (int) Math.min(LONG_HEADER, to - at));
        long size = Integer.toUnsignedLong(header.getInt());
        byte[] name = new byte[4];
        header.get(name);
        String type = new String(name, StandardCharsets.ISO_8859_1);
        long content = at + HEADER;
        if (size == 1) {
            if (header.remaining() < Long.BYTES) {
                throw new DamagedFile("half a box");
            }
            size = header.getLong();
            content = at + LONG_HEADER;
        } else if (size == 0) {
            size = to - at;
        }
        if (size < content - at || size > to - at) {
            throw new DamagedFile(type + " does not fit");
        }
        return new Box(type, at, content, at + size);
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new DamagedFile("the file ends too soon");
            }
        }
        return buffer.flip();
    }
}
