package nl.etalage.content.asset.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieTest {

    @TempDir
    private Path directory;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    @Test
    void aFilmSaysHowLongItIsAndHowLargeAsSeen() throws IOException {
        Movie wide = Movie.of(file(Recordings.film(12, 640, 360)));
        assertTrue(wide.hasFilm());
        assertFalse(wide.quickTime());
        assertEquals(Duration.ofSeconds(12), wide.duration());
        assertEquals("640x360", wide.width() + "x" + wide.height());
        Movie upright = Movie.of(file(Recordings.film(3, 360, 640)));
        assertEquals("360x640", upright.width() + "x" + upright.height());
    }

    @Test
    void aSoundHasNoFilm() throws IOException {
        Movie sound = Movie.of(file(Recordings.m4a(65)));
        assertFalse(sound.hasFilm());
        assertTrue(sound.hasSound());
        assertEquals(Duration.ofSeconds(65), sound.duration());
    }

    @Test
    void aFilmThatEndsTooSoonIsDamagedWhereverItEnds() throws IOException {
        byte[] film = Recordings.film(2, 64, 48);
        int last = film.length - Recordings.box("meta", Recordings.MAKER.getBytes(StandardCharsets.UTF_8)).length;
        for (int length = 1; length < film.length; length += 3) {
            if (length != last) {
                Path half = file(Arrays.copyOf(film, length));
                assertThrows(
                        DamagedFile.class,
                        () -> Movie.of(half),
                        "at " + half.toFile().length());
            }
        }
    }

    @Test
    void numbersThatLieBreakNothing() throws IOException {
        byte[] film = Recordings.film(2, 64, 48);
        for (int at = 0; at + Integer.BYTES <= film.length; at++) {
            byte[] lie = film.clone();
            ByteBuffer.wrap(lie).putInt(at, at % 2 == 0 ? 0x7FFFFFFF : -1);
            Path file = file(lie);
            try {
                Movie.of(file);
                CleanMovie.copy(file, new ByteArrayOutputStream());
            } catch (DamagedFile refused) {
                assertFalse(refused.getMessage().isEmpty());
            }
        }
    }

    @Test
    void whatGoesOutIsFilmAndSoundAlone() throws IOException {
        byte[] film = Recordings.film(12, 640, 360);
        Path original = file(film);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CleanMovie.copy(original, out);
        String before = new String(film, StandardCharsets.ISO_8859_1);
        String after = out.toString(StandardCharsets.ISO_8859_1);
        for (String secret : new String[] {Recordings.PLACE, Recordings.FLIGHT, Recordings.MAKER, "z{|}", "udta"}) {
            assertTrue(before.contains(secret), secret);
            assertFalse(after.contains(secret), secret);
        }
        assertEquals(film.length, out.size());
        int at = before.indexOf(Recordings.SAMPLE);
        while (at >= 0) {
            assertEquals(before.substring(at, at + 9), after.substring(at, at + 9));
            at = before.indexOf(Recordings.SAMPLE, at + 1);
        }
        Movie clean = Movie.of(file(out.toByteArray()));
        assertEquals(Duration.ofSeconds(12), clean.duration());
        assertEquals("640x360", clean.width() + "x" + clean.height());
        assertEquals(1, clean.tracks().size());
    }

    @Test
    void oneInThousandsOfPiecesIsKnownByTheFirst() throws IOException {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes(Recordings.fragmented());
        for (int piece = 0; piece < 2_000; piece++) {
            film.writeBytes(Recordings.box("moof"));
            film.writeBytes(Recordings.box("mdat"));
        }
        assertTrue(Movie.of(file(film.toByteArray())).fragmented());
    }

    @Test
    void whatIsInPiecesAndWhatIsOldAreKnown() throws IOException {
        assertTrue(Movie.of(file(Recordings.fragmented())).fragmented());
        assertTrue(Movie.of(file(Recordings.quickTime())).quickTime());
    }
}
