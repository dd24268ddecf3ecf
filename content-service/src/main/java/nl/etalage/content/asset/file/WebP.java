package nl.etalage.content.asset.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A WebP picture: it begins by saying how long it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-2.3">RFC 9649, 2.3</a>
 */
public final class WebP {

    private static final int HEADER = 8;

    private WebP() {}

    /**
     * Readers stop after the first picture, and don't notice when a moving one lost the others.
     *
     * @throws DamagedFile when a part is missing
     */
    public static void requireWhole(Path path) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
            in.readInt();
            long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (HEADER + length > Files.size(path)) {
                throw new DamagedFile("the file ends too soon");
            }
        } catch (EOFException shorter) {
            throw new DamagedFile("the header is incomplete", shorter);
        }
    }
}
