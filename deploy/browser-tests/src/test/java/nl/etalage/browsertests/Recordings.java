package nl.etalage.browsertests;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small files of the kinds that are no picture. */
final class Recordings {

    private static final int FRAMES = 200;

    private Recordings() {}

    /** Five seconds of silence, as MPEG 1 layer III. */
    static FilePayload sound() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int frame = 0; frame < FRAMES; frame++) {
            bytes.writeBytes(ByteBuffer.allocate(417).putInt(0xFFFB9000).array());
        }
        return new FilePayload("brander.mp3", "audio/mpeg", bytes.toByteArray());
    }

    /** A paper of one empty page. */
    static FilePayload paper() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (String object : List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>")) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            int number = places.toString().split("\n").length - 3;
            pdf.append(number).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int at = pdf.length();
        pdf.append(places)
                .append("trailer<</Size 4/Root 1 0 R>>\nstartxref\n")
                .append(at)
                .append("\n%%EOF\n");
        return new FilePayload("folder.pdf", "application/pdf", pdf.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
