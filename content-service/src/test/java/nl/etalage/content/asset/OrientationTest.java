package nl.etalage.content.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

    /** A stored picture of 3 by 2 whose red pixel is where the upper left corner of the scene went. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,2,0", "3,2,1", "4,0,1", "5,0,0", "6,0,1", "7,2,1", "8,2,0"})
    void theUpperLeftCornerOfTheSceneComesUpperLeft(int value, int x, int y) {
        BufferedImage stored = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        stored.setRGB(x, y, 0xFF0000);
        BufferedImage seen = new Orientation(value).apply(stored);
        assertEquals(0xFFFF0000, seen.getRGB(0, 0));
        assertEquals(value >= 5 ? 2 : 3, seen.getWidth());
    }
}
