package nl.etalage.content.asset.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nl.etalage.content.asset.file.Recordings.Extra;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
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
}
