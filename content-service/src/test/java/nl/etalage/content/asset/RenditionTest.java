package nl.etalage.content.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RenditionTest {

    @ParameterizedTest
    @CsvSource({
        "WEB, 4000, 3000, 1600, 1200",
        "WEB, 3000, 4000, 1200, 1600",
        "WEB, 800, 600, 800, 600",
        "WEB_480, 4000, 3000, 480, 360",
        "SQUARE, 4000, 3000, 1080, 1080",
        "SQUARE, 800, 600, 600, 600",
        "PORTRAIT, 4000, 3000, 1080, 1350",
        "LANDSCAPE, 800, 600, 800, 450",
        "TALL, 600, 600, 338, 600",
        "PRINT, 6000, 4000, 2480, 1653",
        "WEB, 20000, 1, 1600, 1",
    })
    void aRenditionIsAsLargeAsItsNameSaysAndNeverLargerThanItsOriginal(
            Rendition rendition, int width, int height, int expectedWidth, int expectedHeight) {
        assertEquals(new Size(expectedWidth, expectedHeight), rendition.sizeOf(new Size(width, height)));
    }

    @ParameterizedTest
    @EnumSource(Rendition.class)
    void everyRenditionOfTheSmallestPictureHasAPixel(Rendition rendition) {
        Size size = rendition.sizeOf(new Size(1, 1));
        assertTrue(size.width() >= 1 && size.height() >= 1);
    }
}
