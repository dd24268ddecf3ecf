package nl.etalage.content.asset.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {

    static byte[] photograph(boolean progressive) throws IOException {
        BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(3);
        for (int at = 0; at < 80 * 60; at++) {
            image.setRGB(at % 80, at / 80, chance.nextInt());
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A piece right behind the beginning. */
    static byte[] with(byte[] jpeg, int marker, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(0xFF);
        bytes.write(marker);
        bytes.write((content.length() + 2) >> 8);
        bytes.write(content.length() + 2);
        bytes.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] copied(byte[] jpeg) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Jpeg.copy(new ByteArrayInputStream(jpeg), out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSeenStaysAndTheRestGoes(boolean progressive) throws IOException {
        byte[] plain = photograph(progressive);
        byte[] told = with(plain, 0xE1, "Exif\0\0 52.0907");
        told = with(told, 0xED, "Photoshop 3.0\0Jansen");
        told = with(told, 0xE2, "MPF\0 Jansen");
        told = with(told, 0xFE, "Jansen");
        byte[] followed = Arrays.copyOf(told, told.length + 500);
        Arrays.fill(followed, told.length, followed.length, (byte) 'J');
        assertArrayEquals(plain, copied(plain));
        assertArrayEquals(plain, copied(followed));
    }

    @Test
    void itsColoursKeepTheirMeaning() throws IOException {
        byte[] profiled = with(photograph(false), 0xE2, "ICC_PROFILE\0\1\1...");
        byte[] inks = with(photograph(false), 0xEE, "Adobe\0...");
        assertArrayEquals(profiled, copied(profiled));
        assertArrayEquals(inks, copied(inks));
    }

    @Test
    void whateverIsCutOffItEnds() throws IOException {
        byte[] told = with(photograph(true), 0xE1, "Exif\0\0 52.0907");
        for (int length = 0; length < told.length; length++) {
            byte[] half = copied(Arrays.copyOf(told, length));
            assertTrue(half.length <= length);
        }
        assertEquals(0, copied("geen foto".getBytes(StandardCharsets.US_ASCII)).length);
    }
}
