package nl.etalage.systemtests.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Pictures, whole and broken. */
final class Pictures {

    private static final byte[] JPEG = made("jpg");
    private static final byte[] PNG = made("png");

    private Pictures() {}

    static byte[] any(RandomGenerator random) {
        byte[] picture = (random.nextBoolean() ? JPEG : PNG).clone();
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(picture, random.nextInt(picture.length));
            case 1 -> {
                for (int i = 0; i < 8; i++) {
                    picture[random.nextInt(picture.length)] = (byte) random.nextInt();
                }
                yield picture;
            }
            case 2 -> "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            default -> picture;
        };
    }

    private static byte[] made(String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
