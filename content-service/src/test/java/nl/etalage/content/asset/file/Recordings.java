package nl.etalage.content.asset.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Makes small films, sounds and documents, each another, with the things in them that telephones and programs put there. */
public final class Recordings {

    /** Where the camera was, as telephones write it. */
    public static final String PLACE = "+52.0907+005.1214/";

    /** Where a drone flew, in a track of its own. */
    public static final String FLIGHT = "GPS 52.0907";

    /** Who made it. */
    public static final String MAKER = "Jansen, telefoon van";

    /** A part of the picture or the sound. */
    public static final String SAMPLE = "sample-";

    private static final int SAMPLES = 3;
    private static final int MADE_AT = 0x7A7B7C7D;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Recordings() {}

    /** A film of so many seconds, upright when it is higher than wide. */
    public static byte[] film(int seconds, int width, int height) {
        return movie("isom", seconds, width, height);
    }

    /** A film as an older iPhone writes it. */
    public static byte[] quickTime() {
        return movie("qt  ", 2, 64, 48);
    }

    /** A sound in an MP4 file. */
    public static byte[] m4a(int seconds) {
        return movie("M4A ", seconds, 0, 0);
    }

    /** A film whose length is said nowhere. */
    public static byte[] fragmented() {
        return joined(ftyp("isom"), box("moov", mvhd(0), box("mvex")), box("moof"), box("mdat"));
    }

    private static byte[] movie(String brand, int seconds, int width, int height) {
        byte[] begin = ftyp(brand);
        int number = NUMBER.incrementAndGet();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        List<Integer> seen = new ArrayList<>();
        List<Integer> flown = new ArrayList<>();
        for (int sample = 0; sample < SAMPLES; sample++) {
            seen.add(begin.length + 8 + data.size());
            data.writeBytes(text(SAMPLE + number + sample));
            flown.add(begin.length + 8 + data.size());
            data.writeBytes(text(FLIGHT));
        }
        int length = text(SAMPLE + number + 0).length;
        byte[] shown = width > 0
                ? track("vide", seconds, new int[] {width, height}, table(seen, length))
                : track("soun", seconds, new int[] {0, 0}, table(seen, length));
        byte[] flight = track("meta", seconds, new int[] {0, 0}, table(flown, FLIGHT.length()));
        byte[] about = box("udta", box("\u00a9xyz", text(PLACE)), box("auth", text(MAKER)));
        return joined(
                begin,
                box("mdat", data.toByteArray()),
                box("moov", mvhd(seconds), shown, flight, about),
                box("meta", text(MAKER)));
    }

    private static byte[] ftyp(String brand) {
        return box("ftyp", text(brand), ints(512), text(brand), text("mp42"));
    }

    private static byte[] mvhd(int seconds) {
        return box("mvhd", ints(0, MADE_AT, MADE_AT, 1000, seconds * 1000), new byte[80]);
    }

    private static byte[] track(String handler, int seconds, int[] size, byte[] table) {
        boolean upright = size[1] > size[0];
        int[] matrix = upright
                ? new int[] {0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000}
                : new int[] {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
        int width = upright ? size[1] : size[0];
        int height = upright ? size[0] : size[1];
        byte[] header = box(
                "tkhd",
                ints(7, MADE_AT, MADE_AT, 1, 0, seconds * 1000, 0, 0, 0, 0),
                ints(matrix),
                ints(width << 16, height << 16));
        byte[] media = box(
                "mdia",
                box("mdhd", ints(0, MADE_AT, MADE_AT, 1000, seconds * 1000, 0x55C40000)),
                box("hdlr", ints(0, 0), text(handler), new byte[12], text("x\0")),
                box("minf", table));
        return box("trak", header, media, box("udta", text(MAKER)));
    }

    private static byte[] table(List<Integer> offsets, int length) {
        byte[] sizes = ints(0, 0, offsets.size());
        for (int sample = 0; sample < offsets.size(); sample++) {
            sizes = joined(sizes, ints(length));
        }
        return box(
                "stbl",
                box("stsd", ints(0, 0)),
                box("stsz", sizes),
                box("stsc", ints(0, 1, 1, 1, 1)),
                box(
                        "stco",
                        ints(0, offsets.size()),
                        ints(offsets.stream().mapToInt(at -> at).toArray())));
    }

    /** A sound of about so many seconds, with a tag before and one behind. */
    public static byte[] mp3(int seconds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] comment = text(MAKER);
        bytes.writeBytes(joined(text("ID3"), new byte[] {3, 0, 0, 0, 0, 0, (byte) comment.length}, comment));
        byte number = (byte) NUMBER.incrementAndGet();
        for (int frame = 0; frame < Math.round(seconds * 44_100 / 1152.0); frame++) {
            byte[] sound = new byte[417];
            ByteBuffer.wrap(sound).putInt(0xFFFB9000);
            sound[100] = number;
            bytes.writeBytes(sound);
        }
        byte[] old = new byte[128];
        ByteBuffer.wrap(old).put(text("TAG")).put(text(MAKER));
        bytes.writeBytes(old);
        return bytes.toByteArray();
    }

    /** What a document may hold besides pages. */
    public enum Extra {
        NOTHING,
        PROGRAM,
        FILE,
        FORM_PROGRAM,
        PASSWORD
    }

    /** A document of one page. */
    public static byte[] pdf(Extra extra) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDDocumentInformation about = new PDDocumentInformation();
            about.setAuthor(MAKER);
            about.setTitle("Folder " + NUMBER.incrementAndGet());
            document.setDocumentInformation(about);
            var catalog = document.getDocumentCatalog().getCOSObject();
            switch (extra) {
                case NOTHING -> {
                    // As it is.
                }
                case PROGRAM -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                case FILE -> catalog.setString(COSName.EF, "x");
                case FORM_PROGRAM -> catalog.setString("XFA", "x");
                case PASSWORD ->
                    document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] box(String type, byte[]... parts) {
        byte[] content = joined(parts);
        return joined(ints(8 + content.length), type.getBytes(StandardCharsets.ISO_8859_1), content);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] ints(int... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * numbers.length);
        for (int number : numbers) {
            buffer.putInt(number);
        }
        return buffer.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
