package nl.etalage.content.library.prepared;

import java.nio.ByteBuffer;

/** The JSON of a story for one shop. */
public final class Filled implements Written {

    private final Segments segments;
    private final byte[][] holes;
    private final int length;

    Filled(Segments segments, byte[][] holes, int length) {
        this.segments = segments;
        this.holes = holes;
        this.length = length;
    }

    /** JSON that is whole already. */
    public static Filled of(byte[] json) {
        return new Filled(Segments.whole(json), new byte[0][], json.length);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void write(ByteBuffer to) {
        segments.write(holes, to);
    }
}
