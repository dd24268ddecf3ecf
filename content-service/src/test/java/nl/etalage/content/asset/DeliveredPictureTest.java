package nl.etalage.content.asset;

import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What of a picture goes out: what is to be seen, in its colours, and nothing else. */
@QuarkusTest
class DeliveredPictureTest {

    private static final String SECRET = "52.0907 Jansen";

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    private static Response delivered(byte[] bytes) {
        String asset = as("editor")
                .multiPart("file", "x", bytes, "application/octet-stream")
                .post("/api/v1/assets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String place = as("editor")
                .redirects()
                .follow(false)
                .get("/api/v1/assets/{id}/renditions/web", asset)
                .header("Location");
        Response sent = anonymous().urlEncodingEnabled(false).get(place);
        sent.then().statusCode(200);
        return sent;
    }

    /** A piece of a JPEG, right behind its beginning. */
    private static byte[] with(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 4 + content.length);
        bytes.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2));
        return bytes.put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A piece of a PNG, right behind its header. */
    private static byte[] withChunk(byte[] png, String type, byte[] content) {
        byte[] named = (type + new String(content, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 check = new CRC32();
        check.update(named);
        return ByteBuffer.allocate(png.length + 8 + named.length)
                .put(png, 0, 33)
                .putInt(content.length)
                .put(named)
                .putInt((int) check.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A comment of a GIF, before its end. */
    private static byte[] withComment(byte[] gif) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gif, 0, gif.length - 1);
        bytes.writeBytes(new byte[] {0x21, (byte) 0xFE, (byte) SECRET.length()});
        bytes.writeBytes(latin(SECRET));
        bytes.writeBytes(new byte[] {0, 0x3B});
        return bytes.toByteArray();
    }

    static Stream<Arguments> pictures() {
        byte[] jpeg = Network.jpeg(60, 40);
        byte[] png = Network.image(60, 40, "png", BufferedImage.TYPE_INT_ARGB);
        byte[] gif = Network.image(60, 40, "gif", BufferedImage.TYPE_BYTE_INDEXED);
        return Stream.of(
                Arguments.of("a comment in JPEG", with(jpeg, 0xFE, latin(SECRET))),
                Arguments.of(
                        "XMP in JPEG", with(jpeg, 0xE1, latin("http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + "</x>"))),
                Arguments.of("IPTC in JPEG", with(jpeg, 0xED, latin("Photoshop 3.0\0" + SECRET))),
                Arguments.of("text in PNG", withChunk(png, "tEXt", latin("Author\0" + SECRET))),
                Arguments.of("Exif in PNG", withChunk(png, "eXIf", latin("MM\0*\0\0\0\010\0\0\0\0\0\0" + SECRET))),
                Arguments.of("a comment in GIF", withComment(gif)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void nothingThatSomebodyOrSomethingWroteGoesOut(String what, byte[] bytes) {
        assertTrue(new String(bytes, StandardCharsets.ISO_8859_1).contains(SECRET), what);
        String sent = new String(delivered(bytes).asByteArray(), StandardCharsets.ISO_8859_1);
        assertFalse(sent.contains(SECRET), what);
    }

    @Test
    void coloursAreSeenAsTheyWereMeant() throws IOException {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(new Color(55, 55, 55));
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpg", plain);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] linear = with(
                plain.toByteArray(),
                0xE2,
                ByteBuffer.allocate(14 + profile.length)
                        .put(latin("ICC_PROFILE\0"))
                        .put(new byte[] {1, 1})
                        .put(profile)
                        .array());
        assertEquals(55, red(delivered(plain.toByteArray())), 2);
        // 55 of 255 where brightness is counted evenly is 128 as screens count.
        assertEquals(128, red(delivered(linear)), 3);
    }

    private static int red(Response sent) throws IOException {
        return new Color(ImageIO.read(new ByteArrayInputStream(sent.asByteArray()))
                        .getRGB(32, 32))
                .getRed();
    }

    /** A picture of one colour, its numbers counted evenly. */
    private static byte[] evenly(int type) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(55, 55, 55));
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static byte[] profile(byte[] profile) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(latin("Scherm\0\0"));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(chunk)) {
            packed.write(profile);
        }
        return chunk.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_INDEXED})
    void theProfileOfAPngCounts(int type) throws IOException {
        byte[] png = evenly(type);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        int plain = red(delivered(png));
        assertEquals(55, plain, 5);
        int meant = red(delivered(withChunk(png, "iCCP", profile(profile))));
        assertEquals(plain == 55 ? 128 : 124, meant, 6);
        byte[] unreadable = withChunk(png, "iCCP", profile(latin("dit is geen profiel")));
        assertEquals(plain, red(delivered(unreadable)));
        byte[] broken = withChunk(png, "iCCP", latin("x\0\0niet ingepakt"));
        assertEquals(plain, red(delivered(broken)));
    }

    @ParameterizedTest
    @ValueSource(ints = {DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT})
    void greysWithTransparencyStayAsGreyAsTheyWere(int type) throws IOException {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, Transparency.TRANSLUCENT, type);
        WritableRaster pixels = model.createCompatibleWritableRaster(64, 64);
        int most = type == DataBuffer.TYPE_BYTE ? 255 : 65_535;
        for (int at = 0; at < 64 * 64; at++) {
            pixels.setPixel(at % 64, at / 64, new int[] {most / 5, most});
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(model, pixels, false, null), "png", png);
        assertEquals(51, red(delivered(png.toByteArray())), 1);
    }

    @Test
    void inksWithoutAProfileAreSeenAsABrowserShowsThem() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 64, 4, null);
        for (int at = 0; at < 64 * 64; at++) {
            // As design programs write them: the light that an ink leaves.
            inks.setPixel(at % 64, at / 64, new int[] {200, 30, 30, 128});
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        assertEquals(100, red(delivered(with(jpeg.toByteArray(), 0xEE, adobe))), 4);
    }

    @Test
    void aDrawingThatPacksVeryWellIsTaken() throws IOException {
        byte[] red = Base64.getDecoder()
                .decode("UklGRnQAAABXRUJQVlA4TGgAAAAvP8YrAQdQlCIXpf8BAUnS//9kRP8z/vOf//znP//5z3/+85///Oc///nPf/7zn//85z"
                        + "//+c9//vOf//znP//5z3/+85///Oc///nPf/7zn//85z//+c9//vOf//znP//5z3/+83/cAA==");
        assertEquals(200, red(delivered(red)), 3);
    }

    @Test
    void ofAMovingGifTheFirstPictureGoesOut() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(gif)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Color colour : new Color[] {Color.RED, Color.BLUE, Color.GREEN}) {
                BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_INDEXED);
                Graphics2D graphics = picture.createGraphics();
                graphics.setColor(colour);
                graphics.fillRect(0, 0, 60, 40);
                graphics.dispose();
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        BufferedImage sent = ImageIO.read(
                new ByteArrayInputStream(delivered(gif.toByteArray()).asByteArray()));
        assertEquals(Color.RED, new Color(sent.getRGB(30, 20)));
    }

    @Test
    void aPictureIsRefusedWhereverItEnds() {
        byte[] jpeg = Network.jpeg(300, 200);
        for (int part = 1; part < 10; part++) {
            as("editor")
                    .multiPart("file", "x", Arrays.copyOf(jpeg, jpeg.length * part / 10), "image/jpeg")
                    .post("/api/v1/assets")
                    .then()
                    .statusCode(422)
                    .body("type", is("https://etalage.nl/problems/picture-refused"));
        }
    }
}
