package nl.etalage.content.library.prepared;

import java.nio.ByteBuffer;

/** JSON that is put into one piece only where it is sent from. */
public interface Written {

    /** In bytes. */
    int length();

    /** Writes all of it, from the buffer's position on. */
    void write(ByteBuffer to);

    /** On its own. */
    default byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length());
        write(bytes);
        return bytes.array();
    }
}
