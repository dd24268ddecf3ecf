package nl.etalage.content.asset;

import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.etalage.content.Network;
import org.apache.tika.Tika;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that programs and cameras of others wrote: those by which Apache Tika tests itself, and an encoder's. */
@QuarkusTest
class RealFilesTest {

    private static final Path OF_TIKA = Path.of("target/foreign-files/test-documents");
    private static final Path FILMS = Path.of("src/test/resources/films");

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Response upload(Path file) {
        return as("editor")
                .multiPart("file", "naam-die-niets-zegt.bin", bytes(file), "application/octet-stream")
                .post("/api/v1/assets");
    }

    private static Response delivered(String asset, String form) {
        Response redirect =
                as("editor").redirects().follow(false).get("/api/v1/assets/{id}/renditions/{name}", asset, form);
        redirect.then().statusCode(302);
        return anonymous().urlEncodingEnabled(false).get(redirect.header("Location"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "testJPEG.jpg, image/jpeg, 100, 75",
        "testJPEG_EXIF.jpg, image/jpeg, 100, 68",
        "testJPEG_EXIF_emptyDateTime.jpg, image/jpeg, 64, 54",
        "testJPEG_GEO.jpg, image/jpeg, 100, 68",
        "testJPEG_GEO_2.jpg, image/jpeg, 100, 75",
        "testJPEG_oddTagComponent.jpg, image/jpeg, 251, 384",
        "testPNG.png, image/png, 100, 75",
        "testGIF.gif, image/gif, 100, 75",
        "testWEBP.webp, image/webp, 150, 150",
        "testWebp_Alpha_Lossless.webp, image/webp, 400, 301",
        "testWebp_Alpha_Lossy.webp, image/webp, 400, 301"
    })
    void aPictureIsTakenAndDrawnAnew(String name, String type, int width, int height) {
        Response made = upload(OF_TIKA.resolve(name));
        made.then().statusCode(201).body("mediaType", is(type), "width", is(width), "height", is(height));
        Response web = delivered(made.path("id"), "web");
        web.then().statusCode(200);
        assertEquals(web.contentType(), new Tika().detect(web.asByteArray()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "test2.mp3, audio/mpeg",
        "testMP3i18n.mp3, audio/mpeg",
        "testMP3id3v1.mp3, audio/mpeg",
        "testMP3id3v1_v2.mp3, audio/mpeg",
        "testMP3id3v2.mp3, audio/mpeg",
        "testMP3id3v24.mp3, audio/mpeg",
        "testMP3lyrics.mp3, audio/mpeg",
        "testMP3noid3.mp3, audio/mpeg",
        "testMP4.m4a, audio/mp4",
        "testPDF.pdf, application/pdf",
        "testPDF_Version.4.x.pdf, application/pdf",
        "testPDF_Version.11.x.PDFA-1b.pdf, application/pdf",
        "testPDFVarious.pdf, application/pdf",
        "testPDF_JBIG2.pdf, application/pdf",
        "testPDF_jpeg2000.pdf, application/pdf",
        "testPDF_rotated.pdf, application/pdf",
        "testPDF_bookmarks.pdf, application/pdf",
        "testPDF_incrementalUpdates.pdf, application/pdf",
        "testPDF_bom.pdf, application/pdf",
        "testOCR.pdf, application/pdf"
    })
    void aSoundOrDocumentIsTakenAndGoesOutCleanedAsWhatItIs(String name, String type) {
        Response made = upload(OF_TIKA.resolve(name));
        made.then().statusCode(201).body("mediaType", is(type));
        Response out = delivered(made.path("id"), "file");
        out.then().statusCode(200).contentType(type);
        String found = new Tika().detect(out.asByteArray());
        assertEquals(type, found.equals("video/mp4") || found.equals("application/mp4") ? "audio/mp4" : found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "IMG_1034.heic | deel de foto als JPEG",
                "testHEIF.heic | deel de foto als JPEG",
                "testAVIF.avif | AVIF-foto. Bewaar hem als JPEG",
                "testTIFF.tif | kennen we niet",
                "testBMP.bmp | kennen we niet",
                "testPSD.psd | kennen we niet",
                "testJPEG.jp2 | kennen we niet",
                "testWAV.wav | kennen we niet",
                "testAIFF.aif | kennen we niet",
                "testFLV.flv | kennen we niet",
                "testMP3truncated.mp3 | beschadigd",
                "testMP3i18n_truncated.mp3 | beschadigd",
                "testMP4_truncated.m4a | beschadigd",
                "testPDF_AdobeIllustrator.pdf | beschadigd",
                "testPDF_protected.pdf | zonder wachtwoord",
                "testFlashInPDF.pdf | programma",
                "testPDFPackage.pdf | bestand",
                "testPDF_XFA_govdocs1_258578.pdf | meer dan een foto of film"
            })
    void whatCannotBeUsedIsRefusedWithTheReason(String name, String reason) {
        upload(OF_TIKA.resolve(name))
                .then()
                .statusCode(422)
                .body("type", is("https://etalage.nl/problems/picture-refused"))
                .body("violations[0].detail", containsString(reason == null ? "" : reason));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "h264.mp4, video/mp4, video",
        "faststart.mp4, video/mp4, video",
        "hevc.mp4, video/mp4, video",
        "silent.mp4, video/mp4, video",
        "sound.m4a, audio/mp4, sound",
        "variable.mp3, audio/mpeg, sound"
    })
    void whatAnEncoderWroteIsTakenAndGoesOutWithoutWhatItSaysOfItself(String name, String type, String kind) {
        assertTrue(text(bytes(FILMS.resolve(name))).contains("GEHEIM"));
        Response made = upload(FILMS.resolve(name));
        made.then()
                .statusCode(201)
                .body("mediaType", is(type), "kind", is(kind))
                .body("width", is(kind.equals("video") ? 96 : null), "height", is(kind.equals("video") ? 64 : null));
        assertEquals(1.0, made.<Float>path("duration"), 0.2);
        Response out = delivered(made.path("id"), "file");
        out.then().statusCode(200).contentType(type);
        String sent = text(out.asByteArray());
        assertFalse(sent.contains("GEHEIM"));
        assertFalse(sent.contains("+52.09"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"fragmented.mp4, losse stukjes", "telephone.mov, als MP4", "web.webm, kennen we niet"})
    void whatAnEncoderWroteOtherwiseIsRefusedWithTheReason(String name, String reason) {
        upload(FILMS.resolve(name)).then().statusCode(422).body("violations[0].detail", containsString(reason));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
