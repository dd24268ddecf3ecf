package nl.etalage.content.asset.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A GIF picture, looked through without decoding: readers take half a moving one for a shorter one.
 *
 * @param followed whether something else stands behind it
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
public record Gif(boolean followed) {

    private static final int SIGNATURE_AND_SIZE = 10;
    private static final int PLACE_AND_SIZE = 8;
    private static final int PALETTE = 0x80;
    private static final int PALETTE_SIZE = 7;
    private static final int COLOUR = 3;
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2C;
    private static final int END = 0x3B;

    /** Writers pad to a word or a block of memory. */
    private static final int PADDING = 16;

    /**
     * Walks through all its blocks.
     *
     * @throws DamagedFile when it ends within one, or has no picture
     */
    public static Gif of(Path path) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            in.skipNBytes(SIGNATURE_AND_SIZE);
            palette(in, in.readUnsignedByte());
            in.skipNBytes(2);
            int pictures = 0;
            // What is no block ends it, as for who shows it; a missing end does no harm.
            for (int block = in.read(); block == EXTENSION || block == PICTURE; block = in.read()) {
                if (block == PICTURE) {
                    in.skipNBytes(PLACE_AND_SIZE);
                    palette(in, in.readUnsignedByte());
                    pictures++;
                }
                in.readUnsignedByte();
                parts(in);
            }
            if (pictures == 0) {
                throw new DamagedFile("no picture");
            }
            return new Gif(more(in));
        } catch (EOFException shorter) {
            throw new DamagedFile("the file ends within a block", shorter);
        }
    }

    private static void palette(DataInputStream in, int flags) throws IOException {
        if ((flags & PALETTE) != 0) {
            in.skipNBytes((long) COLOUR << ((flags & PALETTE_SIZE) + 1));
        }
    }

    private static void parts(DataInputStream in) throws IOException {
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.skipNBytes(length);
        }
    }

    private static boolean more(DataInputStream in) throws IOException {
        int said = 0;
        for (int one = in.read(); one >= 0; one = in.read()) {
            said += one == 0 || one == END ? 0 : 1;
            if (said > PADDING) {
                return true;
            }
        }
        return false;
    }
}
