package nl.etalage.content.asset.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp3Test {

    /** A frame of this bit rate takes 26 milliseconds. */
    private static final int FRAME = 417;

    @TempDir
    private Path directory;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    private static long end(Mp3 sound) {
        return sound.sound().get(sound.sound().size() - 1).to();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 600})
    void itsLengthIsCountedFrameByFrame(int seconds) throws IOException {
        assertEquals(
                seconds,
                Math.round(Mp3.of(file(Recordings.mp3(seconds))).duration().toMillis() / 1000.0));
    }

    @Test
    void itEndsWithAWholeFrameOrIsDamaged() throws IOException {
        byte[] sound = Recordings.mp3(2);
        int audio = sound.length - 128;
        assertEquals(audio, end(Mp3.of(file(sound))));
        for (int less = 1; less < FRAME; less += 13) {
            Path half = file(Arrays.copyOf(sound, audio - less));
            assertThrows(DamagedFile.class, () -> Mp3.of(half));
        }
        byte[] torn = sound.clone();
        torn[audio - 2 * FRAME] = 0;
        Path broken = file(torn);
        assertThrows(DamagedFile.class, () -> Mp3.of(broken));
    }

    @Test
    void whatSomebodyWroteAboutItStaysBehind() throws IOException {
        byte[] sound = Recordings.mp3(2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mp3.copy(file(sound), out);
        assertTrue(new String(sound, StandardCharsets.ISO_8859_1).contains(Recordings.MAKER));
        assertFalse(out.toString(StandardCharsets.ISO_8859_1).contains(Recordings.MAKER));
        assertEquals(0, out.size() % FRAME);
        assertEquals(2, Math.round(Mp3.of(file(out.toByteArray())).duration().toMillis() / 1000.0));
    }

    @Test
    void theWordsOfASongStayBehindToo() throws IOException {
        byte[] sound = Recordings.mp3(2);
        int audio = sound.length - 128;
        String lyrics = "LYRICSBEGININD0000200LYR00004Koop000037LYRICS200";
        ByteArrayOutputStream song = new ByteArrayOutputStream();
        song.write(sound, 0, audio);
        song.writeBytes(lyrics.replace("000037LYRICS", "%06dLYRICS".formatted(lyrics.length() - 15))
                .getBytes(StandardCharsets.ISO_8859_1));
        song.write(sound, audio, 128);

        assertEquals(audio, end(Mp3.of(file(song.toByteArray()))));

        Path lie = file(new String(song.toByteArray(), StandardCharsets.ISO_8859_1)
                .replaceFirst("\\d{6}LYRICS200", "999999LYRICS200")
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThrows(DamagedFile.class, () -> Mp3.of(lie));
    }

    @Test
    void twoPutTogetherAreOneWithoutWhatStoodBetween() throws IOException {
        byte[] sound = Recordings.mp3(2);
        byte[] both = Arrays.copyOf(sound, 2 * sound.length);
        System.arraycopy(sound, 0, both, sound.length, sound.length);
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        Mp3.copy(file(sound), once);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        Mp3.copy(file(both), twice);
        assertEquals(2 * once.size(), twice.size());
        assertEquals(
                Mp3.of(file(sound)).duration().multipliedBy(2),
                Mp3.of(file(both)).duration());
        assertFalse(twice.toString(StandardCharsets.ISO_8859_1).contains(Recordings.MAKER));
    }

    @Test
    void paddingBehindTheLastFrameIsNoDamage() throws IOException {
        byte[] sound = Recordings.mp3(2);
        Mp3 padded = Mp3.of(file(Arrays.copyOf(sound, sound.length + 200)));
        assertEquals(sound.length - 128, end(padded));
        assertEquals(Mp3.of(file(sound)).duration(), padded.duration());
    }
}
