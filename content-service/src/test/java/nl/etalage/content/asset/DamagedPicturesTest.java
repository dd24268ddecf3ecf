package nl.etalage.content.asset;

import static nl.etalage.content.Network.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import nl.etalage.content.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A JPEG that lost something on its way is refused; one that is merely odd is not. */
@QuarkusTest
class DamagedPicturesTest {

    private static final byte[] PICTURE = textured();

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    /** As full of detail as a photograph, so that what is lost shows. */
    private static byte[] textured() {
        BufferedImage image = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(7);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = (x * 255 / image.getWidth() + chance.nextInt(60)) & 0xFF;
                image.setRGB(x, y, grey << 16 | (255 - grey) << 8 | chance.nextInt(90));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(int end) {
        return Arrays.copyOf(PICTURE, end);
    }

    private static byte[] filled(int from, int count, int value) {
        byte[] filled = PICTURE.clone();
        Arrays.fill(filled, from, from + count, (byte) value);
        return filled;
    }

    private static byte[] without(int from, int count) {
        byte[] hole = Arrays.copyOf(PICTURE, PICTURE.length - count);
        System.arraycopy(PICTURE, from + count, hole, from, PICTURE.length - from - count);
        return hole;
    }

    private static byte[] with(int at, byte[] more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(PICTURE, 0, at);
        bytes.writeBytes(more);
        bytes.write(PICTURE, at, PICTURE.length - at);
        return bytes.toByteArray();
    }

    /** An Exif segment around these bytes. */
    private static byte[] exif(int... tiff) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + tiff.length)});
        bytes.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        for (int one : tiff) {
            bytes.write(one);
        }
        return with(2, bytes.toByteArray());
    }

    private static Response upload(byte[] bytes) {
        return as("editor").multiPart("file", "foto.jpg", bytes, "image/jpeg").post("/api/v1/assets");
    }

    static Stream<Arguments> damaged() {
        int length = PICTURE.length;
        return Stream.of(
                Arguments.of("a tenth is missing", cut(length * 9 / 10)),
                Arguments.of("the last bytes are missing", cut(length - 40)),
                Arguments.of("a block of a memory card is empty", filled(length / 2, 4096, 0)),
                Arguments.of("a piece is gone", without(length / 2, 1500)),
                Arguments.of("a quarter is gone", without(length / 2, length / 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damaged")
    void whatLostSomethingIsRefused(String what, byte[] bytes) {
        upload(bytes)
                .then()
                .statusCode(422)
                .body("type", is("https://etalage.nl/problems/picture-refused"))
                .body("violations[0].detail", containsString("beschadigd of niet compleet"));
    }

    static Stream<Arguments> odd() {
        int end = PICTURE.length - 2;
        byte[] second = new byte[5000];
        System.arraycopy(PICTURE, 0, second, 0, second.length);
        return Stream.of(
                Arguments.of("only the last mark is missing", cut(end)),
                Arguments.of("padded with zeros", with(end, new byte[300])),
                Arguments.of("half another picture behind it, as telephones do", with(end + 2, second)),
                Arguments.of("Exif that points past its end", exif('M', 'M', 0, 42, 0x7F, 0xFF, 0xFF, 0xF0)),
                Arguments.of("Exif with more fields than there are", exif('I', 'I', 42, 0, 8, 0, 0, 0, 0xFF, 0xFF)),
                Arguments.of("Exif that is none", exif('X', 'X', 1, 2, 3, 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void whatIsWholeIsTakenHoweverOdd(String what, byte[] bytes) {
        upload(bytes).then().statusCode(201).body("width", is(480), "height", is(320));
    }

    private static byte[] moving(int frames) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(gif)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_INDEXED);
            for (int frame = 0; frame < frames; frame++) {
                picture.setRGB(frame % 60, frame / 60, 0xFFFFFF);
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return gif.toByteArray();
    }

    @Test
    void aMovingGifIsRefusedWhereverItEnds() throws IOException {
        byte[] gif = moving(3);
        for (int part = 1; part < 20; part++) {
            upload(Arrays.copyOf(gif, gif.length * part / 20))
                    .then()
                    .statusCode(422)
                    .body("violations[0].detail", containsString("beschadigd of niet compleet"));
        }
        upload(Arrays.copyOf(gif, gif.length - 1)).then().statusCode(201);
        upload(Arrays.copyOf(gif, gif.length + 200)).then().statusCode(201);
    }

    @Test
    void aMovingGifWithTooManyPicturesIsToldSo() throws IOException {
        upload(moving(301)).then().statusCode(422).body("violations[0].detail", containsString("te veel beelden"));
    }

    @Test
    void aGifThatIsAProgramAsWellIsRefused() throws IOException {
        byte[] gif = moving(1);
        byte[] program = "*/=1;alert(document.domain);//".getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(gif, gif.length + program.length);
        System.arraycopy(program, 0, both, gif.length, program.length);
        upload(both).then().statusCode(422).body("violations[0].detail", containsString("meer dan een foto of film"));
    }

    @Test
    void aWebPThatLostItsEndIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("target/foreign-files/test-documents/testWEBP.webp"));
        upload(whole).then().statusCode(201);
        // The first picture is all there; what came after it, as in a moving one, is not.
        byte[] longer = whole.clone();
        longer[5]++;
        upload(longer)
                .then()
                .statusCode(422)
                .body("violations[0].detail", containsString("beschadigd of niet compleet"));
    }
}
