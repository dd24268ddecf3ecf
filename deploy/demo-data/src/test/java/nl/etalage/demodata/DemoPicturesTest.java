package nl.etalage.demodata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoPicturesTest {

    private static final int SMALLEST_LONG_SIDE = 1200;
    private static final int LARGEST_LONG_SIDE = 1600;
    private static final long ALL_TOGETHER = 6L * 1024 * 1024;

    private static List<JsonNode> pictures() {
        return Demo.stories().stream()
                .flatMap(story -> Demo.list(story.get("assets")).stream())
                .toList();
    }

    @Test
    void everyStoryHasAPicture() {
        Demo.stories()
                .forEach(story -> assertFalse(
                        story.get("assets").isEmpty(), story.get("key").asText()));
    }

    @Test
    void everyPictureFileBelongsToAStory() {
        List<String> used = pictures().stream()
                .map(picture -> picture.get("file").asText())
                .sorted()
                .toList();

        assertEquals(Demo.namesIn("pictures"), used);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureIsWhatItsNameSaysAndOfAUsefulSize(JsonNode picture) throws IOException {
        String name = picture.get("file").asText();

        try (ImageInputStream bytes =
                ImageIO.createImageInputStream(Demo.file("pictures/" + name).toFile())) {
            ImageReader reader = ImageIO.getImageReaders(bytes).next();
            reader.setInput(bytes);
            BufferedImage image = reader.read(0);
            int longSide = Math.max(image.getWidth(), image.getHeight());

            assertEquals(name.endsWith(".png") ? "png" : "JPEG", reader.getFormatName(), name);
            assertTrue(longSide >= SMALLEST_LONG_SIDE && longSide <= LARGEST_LONG_SIDE, name + " is " + longSide);
            assertTrue(coloursIn(image) > 20, name + " shows next to nothing");
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureSaysWhatIsSeenAndWhoMadeIt(JsonNode picture) {
        String alt = picture.path("altText").asText();

        assertAll(
                picture.get("file").asText(),
                () -> assertTrue(alt.length() >= 60 && alt.length() <= 300, alt),
                () -> assertTrue(alt.endsWith("."), alt),
                () -> assertFalse(alt.matches("(?i).*\\b(illustratie|afbeelding|foto)\\b.*"), "it is known to be one"),
                () -> assertEquals(
                        "Illustratie: Etalage", picture.path("credit").asText()),
                () -> assertEquals("CC-BY-4.0", picture.path("licence").asText()));
    }

    @Test
    void bothFormatsAreThereAndAllFitInSixMegabytes() throws IOException {
        long total = 0;
        Set<String> endings = new HashSet<>();
        for (String name : Demo.namesIn("pictures")) {
            total += Files.size(Demo.file("pictures/" + name));
            endings.add(name.substring(name.lastIndexOf('.')));
        }

        assertEquals(Set.of(".jpg", ".png"), endings);
        assertTrue(total <= ALL_TOGETHER, "together " + total + " bytes");
    }

    private static int coloursIn(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 16) {
            for (int y = 0; y < image.getHeight(); y += 16) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
