package nl.etalage.content.asset;

import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.patch;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.etalage.content.Network;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AssetsTest {

    /** A WebP of one pixel, lossy, as Google's own documentation has it. */
    private static final byte[] WEBP =
            java.util.Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    private static Response upload(byte[] bytes) {
        return as("editor")
                .multiPart("file", "x", bytes, "application/octet-stream")
                .post("/api/v1/assets");
    }

    /** A picture 60 wide and 40 high, red at the upper left, as a camera held some other way stores it. */
    private static byte[] turned(int orientation) throws IOException {
        boolean onItsSide = orientation >= 5;
        BufferedImage stored = new BufferedImage(onItsSide ? 40 : 60, onItsSide ? 60 : 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = stored.createGraphics();
        graphics.setColor(Color.RED);
        boolean right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        graphics.fillRect(
                right ? stored.getWidth() / 2 : 0,
                below ? stored.getHeight() / 2 : 0,
                stored.getWidth() / 2,
                stored.getHeight() / 2);
        graphics.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(stored, "jpg", plain);
        return withExif(plain.toByteArray(), orientation);
    }

    /** Exif with the orientation, and a maker's note that names a place, right after the start of the picture. */
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        byte[] secret = "GEHEIME PLEK 52.09".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        tiff.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2});
        tiff.write(new byte[] {0x01, 0x0E, 0, 2, 0, 0, 0, (byte) secret.length, 0, 0, 0, 38});
        tiff.write(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        tiff.write(new byte[] {0, 0, 0, 0});
        tiff.write(secret);
        int length = 2 + 6 + tiff.size();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        bytes.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        tiff.writeTo(bytes);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static Response rendition(String asset, String name) {
        Response redirect =
                as("editor").redirects().follow(false).get("/api/v1/assets/{id}/renditions/{name}", asset, name);
        redirect.then().statusCode(302);
        return anonymous().urlEncodingEnabled(false).get(redirect.header("Location"));
    }

    @Test
    void anUploadIsAnAssetOfItsOwnWithItsBytesStoredOnce() {
        byte[] bytes = Network.jpeg(320, 200);
        Response first = upload(bytes);
        Response second = upload(bytes);
        first.then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/assets/"))
                .body("mediaType", is("image/jpeg"))
                .body("bytes", is(bytes.length))
                .body("width", is(320))
                .body("height", is(200))
                .body("altText", nullValue())
                .body("state", is("available"))
                .body("version", is(1));
        second.then()
                .statusCode(201)
                .body("id", not(first.<String>path("id")))
                .body("sha256", is(first.<String>path("sha256")));
    }

    @Test
    void whatPeopleSayIsKeptAndChanged() {
        String id = Network.picture();
        Response seen = as("editor").get("/api/v1/assets/{id}", id);
        seen.then().body("credit", is("Foto: Fatima"));
        patch(
                        seen,
                        "editor2",
                        """
                        {"licence": "CC-BY-4.0", "focalPoint": {"x": 0.25, "y": 0.5}, "credit": null,
                         "consent": {"given": true, "until": "2099-12-31"}}""")
                .patch("/api/v1/assets/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("licence", is("CC-BY-4.0"))
                .body("focalPoint.x", is(0.25f))
                .body("credit", nullValue())
                .body("altText", is("Een vrouw plukt rode koffiebessen"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"licence\": \"van mij!\"} | /licence",
                "{\"altText\": 5} | /altText",
                "{\"altText\": \"Bij {{shop.name}}\"} | /altText",
                "{\"focalPoint\": {\"x\": 2, \"y\": 0}} | /focalPoint",
                "{\"focalPoint\": {\"x\": 1e999, \"y\": 0}} | /focalPoint",
                "{\"consent\": {\"given\": true, \"until\": \"+9999999-01-01\"}} | /consent/until",
                "{\"colour\": \"red\"} | /colour",
            })
    void whatCantBeSaidOfAPictureIsPointedAt(String change, String pointer) {
        String id = Network.picture();
        patch(as("editor").get("/api/v1/assets/{id}", id), "editor", change)
                .patch("/api/v1/assets/{id}", id)
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem(pointer));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(Network.image(50, 40, "png", BufferedImage.TYPE_INT_ARGB), "image/png", "png"),
                Arguments.of(Network.image(50, 40, "png", BufferedImage.TYPE_BYTE_INDEXED), "image/png", "png"),
                Arguments.of(Network.image(50, 40, "png", BufferedImage.TYPE_USHORT_GRAY), "image/png", "png"),
                Arguments.of(Network.image(50, 40, "gif", BufferedImage.TYPE_BYTE_INDEXED), "image/gif", "png"),
                Arguments.of(Network.image(50, 40, "jpg", BufferedImage.TYPE_BYTE_GRAY), "image/jpeg", "jpg"),
                Arguments.of(WEBP, "image/webp", "jpg"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfPictureIsKnownByItsBytesAndDeliveredAsJpegOrPng(byte[] bytes, String type, String extension)
            throws IOException {
        Response made = upload(bytes);
        made.then().statusCode(201).body("mediaType", is(type));
        Response seen = rendition(made.path("id"), "web");
        seen.then().statusCode(200).contentType(extension.equals("jpg") ? "image/jpeg" : "image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(seen.asByteArray()));
        assertEquals(made.<Integer>path("width"), image.getWidth());
    }

    static Stream<Arguments> refused() throws IOException {
        byte[] jpeg = Network.jpeg(400, 300);
        byte[] png = Network.image(400, 300, "png", BufferedImage.TYPE_INT_RGB);
        byte[] gif = Network.image(100, 100, "gif", BufferedImage.TYPE_BYTE_INDEXED);
        return Stream.of(
                Arguments.of("nothing", new byte[0], "Er zit geen bestand bij"),
                Arguments.of("text", "geen foto".getBytes(StandardCharsets.UTF_8), "kennen we niet"),
                Arguments.of(
                        "SVG",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".getBytes(StandardCharsets.UTF_8),
                        "SVG-tekening"),
                Arguments.of("no PDF", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "beschadigd"),
                Arguments.of("HEIC", heic(), "deel de foto als JPEG"),
                Arguments.of("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), "beschadigd"),
                Arguments.of("the start of a JPEG", Arrays.copyOf(jpeg, 30), "beschadigd"),
                Arguments.of("half a PNG", Arrays.copyOf(png, png.length / 2), "beschadigd"),
                Arguments.of("half a GIF", Arrays.copyOf(gif, gif.length / 2), "beschadigd"),
                Arguments.of("half a WebP", Arrays.copyOf(WEBP, 25), "beschadigd"),
                Arguments.of("a bomb", bomb(), "te veel beeldpunten"),
                Arguments.of("a picture and a script", joined(jpeg, "<script>alert(1)</script>"), "meer dan een foto"),
                Arguments.of("a picture and PHP", joined(jpeg, "<?php phpinfo();"), "meer dan een foto"));
    }

    /** The first box of a HEIC file: that is what tells it. */
    private static byte[] heic() {
        return new byte[] {
            0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0, 'm', 'i', 'f', '1', 'h', 'e', 'i', 'c'
        };
    }

    private static byte[] joined(byte[] picture, String behind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture);
        bytes.write(behind.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** A PNG that says it is 60,000 by 60,000. */
    private static byte[] bomb() throws IOException {
        byte[] png = Network.image(1, 1, "png", BufferedImage.TYPE_INT_RGB);
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(png);
        buffer.putInt(16, 60_000).putInt(20, 60_000);
        java.util.zip.CRC32 check = new java.util.zip.CRC32();
        check.update(png, 12, 17);
        buffer.putInt(29, (int) check.getValue());
        return png;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNoWholeAndHonestPictureIsRefusedWithTheReason(String what, byte[] bytes, String reason) {
        upload(bytes)
                .then()
                .statusCode(422)
                .body("type", is("https://etalage.nl/problems/picture-refused"))
                .body("violations[0].pointer", is("/file"))
                .body("violations[0].detail", containsString(reason));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void aPictureIsSeenTheWayItWasTakenWhateverTheCameraDid(int orientation) throws IOException {
        Response made = upload(turned(orientation));
        made.then().statusCode(201).body("width", is(60), "height", is(40));
        BufferedImage image = ImageIO.read(
                new ByteArrayInputStream(rendition(made.path("id"), "web").asByteArray()));
        assertEquals(60, image.getWidth());
        Color corner = new Color(image.getRGB(10, 8));
        Color opposite = new Color(image.getRGB(50, 32));
        assertEquals(true, corner.getRed() > 200 && opposite.getRed() < 60, corner + " " + opposite);
    }

    @Test
    void nothingOfTheCameraGoesOut() throws IOException {
        Response made = upload(turned(6));
        String delivered = new String(rendition(made.path("id"), "web").asByteArray(), StandardCharsets.ISO_8859_1);
        assertFalse(delivered.contains("GEHEIME PLEK"));
        assertFalse(delivered.contains("Exif"));
    }

    @Test
    void aFocalPointStaysInSight() throws IOException {
        BufferedImage wide = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = wide.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 100, 100);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(wide, "png", bytes);
        Response made = as("editor")
                .multiPart("file", "x.png", bytes.toByteArray())
                .multiPart("metadata", "{\"focalPoint\": {\"x\": 0, \"y\": 0.5}}", "application/json")
                .post("/api/v1/assets");
        BufferedImage square = ImageIO.read(
                new ByteArrayInputStream(rendition(made.path("id"), "square").asByteArray()));
        assertEquals(100, square.getWidth());
        assertEquals(Color.RED.getRGB(), square.getRGB(90, 50));
        Response centred = upload(bytes.toByteArray());
        BufferedImage middle = ImageIO.read(
                new ByteArrayInputStream(rendition(centred.path("id"), "square").asByteArray()));
        assertEquals(Color.BLACK.getRGB(), middle.getRGB(90, 50));
    }

    @Test
    void aPictureIsPublicOnlyWhileItsStoryIsInTheLibrary() {
        String picture = Network.picture();
        Response preview =
                as("editor").redirects().follow(false).get("/api/v1/assets/{id}/renditions/web-480", picture);
        String signed = preview.header("Location");
        String plain = signed.replaceAll("\\?.*", "");
        preview.then().header("Location", matchesPattern("/api/v1/media/[0-9a-f]{64}/web-480\\.jpg\\?expires=.*"));
        anonymous().get(plain).then().statusCode(404);
        anonymous().urlEncodingEnabled(false).get(signed).then().statusCode(200);
        anonymous()
                .urlEncodingEnabled(false)
                .get(signed.replaceAll(".$", "x"))
                .then()
                .statusCode(404);

        String story = Network.released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(picture));
        Response open = anonymous().get(plain);
        open.then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff");
        anonymous()
                .header("If-None-Match", open.header("ETag"))
                .get(plain)
                .then()
                .statusCode(304);
        as("editor")
                .redirects()
                .follow(false)
                .get("/api/v1/assets/{id}/renditions/web-480", picture)
                .then()
                .header("Location", plain);

        Network.act(story, "withdraw", "editor", null).then().statusCode(200);
        anonymous().get(plain).then().statusCode(410).body("type", is("https://etalage.nl/problems/media-gone"));
    }

    @Test
    void whatWasPlannedKeepsItsPictureWhenTheStoryGetsAnother() {
        String first = Network.picture();
        String second = Network.picture();
        String story = Network.released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(first));
        String planned = "/api/v1/media/%s/web.jpg"
                .formatted(as("editor").get("/api/v1/assets/{id}", first).<String>path("sha256"));
        Network.act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"assets\": [\"%s\"]}}"
                                .formatted(second))
                .then()
                .statusCode(200);
        anonymous().get(planned).then().statusCode(200);
        patch(as("editor").get("/api/v1/assets/{id}", first), "editor", "{\"focalPoint\": {\"x\": 0.1, \"y\": 0.1}}")
                .patch("/api/v1/assets/{id}", first)
                .then()
                .statusCode(200);
        anonymous().get(planned).then().statusCode(200);
        Network.act(story, "withdraw", "editor", null).then().statusCode(200);
        anonymous().get(planned).then().statusCode(410);
    }

    @ParameterizedTest
    @CsvSource({"x/web.jpg", "../../etc/passwd", "KEY/web.gif", "KEY/web.png", "KEY/huge.jpg", "KEY/..%2fweb.jpg"})
    void anAddressThatIsNoneIsNotFound(String address) {
        String picture = Network.picture();
        Network.released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(picture));
        String key = as("editor").get("/api/v1/assets/{id}", picture).path("sha256");
        anonymous()
                .urlEncodingEnabled(false)
                .get("/api/v1/media/" + address.replace("KEY", key))
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 401, 404));
    }

    @Test
    void theNetworksPicturesAreTheCentralGroupsWorkAndAShopHasItsOwn() {
        String shop = Network.newShop();
        String picture = Network.picture();
        as(shop + "-manager").get("/api/v1/assets/{id}", picture).then().statusCode(404);
        as(shop + "-manager").get("/api/v1/assets").then().statusCode(403);
        as(shop + "-manager")
                .multiPart("file", "x.jpg", Network.jpeg(20, 20))
                .post("/api/v1/assets")
                .then()
                .statusCode(403);
        String own = as(shop + "-contributor")
                .multiPart("file", "x.jpg", Network.jpeg(20, 20))
                .post("/api/v1/assets?shop={shop}", shop)
                .then()
                .statusCode(201)
                .body("shop", is(shop))
                .extract()
                .path("id");
        String other = Network.newShop();
        as(other + "-manager").get("/api/v1/assets/{id}", own).then().statusCode(404);
        as(other + "-manager").get("/api/v1/assets?shop={shop}", shop).then().statusCode(404);
        as(shop + "-manager")
                .get("/api/v1/assets?shop={shop}", shop)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(own));
        Network.released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(picture));
        as(shop + "-manager").get("/api/v1/assets/{id}", picture).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=bestaat-niet", "9999999999", "text/;;"})
    void aFormWithAPartThatCannotBeReadIsTheSendersMistake(String mediaType) throws IOException, InterruptedException {
        String form = "--x\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: " + mediaType
                + "\r\n\r\n{}\r\n--x--\r\n";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/assets"))
                .header("Authorization", "Bearer " + Tokens.person("editor"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("https://etalage.nl/problems/invalid-request"), answer.body());
    }

    @Test
    void aRepeatedUploadIsOneAsset() {
        byte[] bytes = Network.jpeg(30, 30);
        String key = "upload-" + System.nanoTime();
        String first = as("editor")
                .header("Idempotency-Key", key)
                .multiPart("file", "x.jpg", bytes)
                .post("/api/v1/assets")
                .path("id");
        as("editor")
                .header("Idempotency-Key", key)
                .multiPart("file", "x.jpg", bytes)
                .post("/api/v1/assets")
                .then()
                .statusCode(201)
                .body("id", is(first));
    }

    @Test
    void nothingUnfinishedIsLeftBehind() throws IOException {
        upload(Network.jpeg(30, 30)).then().statusCode(201);
        upload(Arrays.copyOf(Network.jpeg(300, 300), 900)).then().statusCode(422);
        try (Stream<Path> files = Files.list(Path.of("target/media/unfinished"))) {
            assertEquals(0, files.count());
        }
    }
}
