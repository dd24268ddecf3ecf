package nl.etalage.browsertests;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small files of the kinds that are no picture. */
final class Recordings {

    private static final int FRAMES = 200;

    private Recordings() {}

    /** A film of a second, of a test picture and a tone, as a real encoder writes it. */
    static FilePayload film() throws IOException {
        return new FilePayload("plukken.mp4", "video/mp4", encoded("h264.mp4"));
    }

    /** A tone of a second, as a real encoder writes it. */
    static FilePayload tone() throws IOException {
        return new FilePayload("brander.m4a", "audio/mp4", encoded("sound.m4a"));
    }

    /** What services are tried with. */
    private static byte[] encoded(String name) throws IOException {
        return Files.readAllBytes(
                Path.of(System.getProperty("etalage.root"), "content-service/src/test/resources/films", name));
    }

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
