package nl.etalage.content.asset.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nl.etalage.content.asset.file.Recordings.Extra;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaperTest {

    @TempDir
    private Path directory;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    @ParameterizedTest
    @EnumSource(Extra.class)
    void whatItHoldsBesidesPagesIsFound(Extra extra) throws IOException {
        Paper paper = Paper.of(file(Recordings.pdf(extra)));
        assertEquals(extra == Extra.PASSWORD, paper.locked());
        assertEquals(extra != Extra.PASSWORD && extra != Extra.NOTHING, paper.active());
    }

    @Test
    void halfADocumentIsNone() throws IOException {
        byte[] whole = Recordings.pdf(Extra.NOTHING);
        for (int length = 6; length < whole.length - 8; length += 50) {
            Path half = file(Arrays.copyOf(whole, length));
            assertThrows(DamagedFile.class, () -> Paper.of(half));
        }
    }

    @Test
    void whoWroteItStaysBehind() throws IOException {
        Path original = file(Recordings.pdf(Extra.NOTHING));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Paper.copy(original, out);
        try (PDDocument before = Loader.loadPDF(original.toFile());
                PDDocument after = Loader.loadPDF(out.toByteArray())) {
            assertEquals(Recordings.MAKER, before.getDocumentInformation().getAuthor());
            assertEquals(null, after.getDocumentInformation().getAuthor());
            assertEquals(1, after.getNumberOfPages());
        }
        assertTrue(out.size() > 0);
        assertFalse(Paper.of(file(out.toByteArray())).active());
    }

    @Test
    void whoTookItsPicturesAndWhereStaysBehind() throws IOException {
        byte[] told = JpegTest.with(JpegTest.photograph(false), 0xE1, "Exif\0\0 52.0907 " + Recordings.MAKER);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDImageXObject picture = JPEGFactory.createFromByteArray(document, told);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 100, 100);
            }
            COSStream about = document.getDocument().createCOSStream();
            about.setItem(COSName.TYPE, COSName.METADATA);
            try (OutputStream out = about.createOutputStream()) {
                out.write(Recordings.MAKER.getBytes(StandardCharsets.US_ASCII));
            }
            // As design programs do, in a dictionary that is no object by itself.
            COSDictionary layer = new COSDictionary();
            layer.setItem(COSName.METADATA, about);
            page.getResources().getCOSObject().setItem(COSName.getPDFName("Layer"), layer);
            PDAnnotationText remark = new PDAnnotationText();
            remark.setTitlePopup(Recordings.MAKER);
            remark.setContents("Mooi!");
            remark.setRectangle(new PDRectangle(10, 10, 20, 20));
            page.setAnnotations(List.of(remark));
            document.save(bytes, CompressParameters.NO_COMPRESSION);
        }
        assertTrue(bytes.toString(StandardCharsets.ISO_8859_1).contains("52.0907"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Paper.copy(file(bytes.toByteArray()), out);
        try (PDDocument after = Loader.loadPDF(out.toByteArray())) {
            PDPage page = after.getPage(0);
            assertEquals("Mooi!", page.getAnnotations().get(0).getContents());
            PDImageXObject picture = (PDImageXObject) page.getResources()
                    .getXObject(page.getResources().getXObjectNames().iterator().next());
            assertEquals(80, picture.getImage().getWidth());
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            after.save(plain, CompressParameters.NO_COMPRESSION);
            String sent = plain.toString(StandardCharsets.ISO_8859_1);
            assertFalse(sent.contains("52.0907"));
            assertFalse(sent.contains(Recordings.MAKER));
        }
    }
}
