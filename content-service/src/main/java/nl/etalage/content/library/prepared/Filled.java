package nl.etalage.content.library.prepared;

/** The JSON of a story for one shop, not yet in one piece: it is written once, where it belongs. */
public final class Filled {

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

    /** In bytes. */
    public int length() {
        return length;
    }

    /** Writes it from that place on; returns the place after it. */
    public int write(byte[] to, int from) {
        return segments.write(holes, to, from);
    }

    /** On its own. */
    public byte[] bytes() {
        byte[] bytes = new byte[length];
        write(bytes, 0);
        return bytes;
    }
}
