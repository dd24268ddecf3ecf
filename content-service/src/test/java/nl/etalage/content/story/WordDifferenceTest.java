package nl.etalage.content.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nl.etalage.content.story.WordDifference.Change;
import nl.etalage.content.story.WordDifference.Piece;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDifferenceTest {

    @Test
    void aWordThatChangedStandsBetweenWhatStayed() {
        assertEquals(
                List.of(
                        new Piece(Change.SAME, "De koffie komt uit "),
                        new Piece(Change.REMOVED, "Peru"),
                        new Piece(Change.ADDED, "Ecuador"),
                        new Piece(Change.SAME, ".")),
                WordDifference.between("De koffie komt uit Peru.", "De koffie komt uit Ecuador."));
    }

    @Test
    void whoWritesOnOrStopsSoonerChangesNoWordThatStayed() {
        assertEquals(
                List.of(new Piece(Change.SAME, "Een mand"), new Piece(Change.ADDED, " van riet")),
                WordDifference.between("Een mand", "Een mand van riet"));
        assertEquals(
                List.of(new Piece(Change.SAME, "Een mand."), new Piece(Change.REMOVED, " Mooi!")),
                WordDifference.between("Een mand. Mooi!", "Een mand."));
        assertEquals(
                List.of(
                        new Piece(Change.SAME, "Een"),
                        new Piece(Change.REMOVED, " "),
                        new Piece(Change.ADDED, "\n\n"),
                        new Piece(Change.SAME, "mand")),
                WordDifference.between("Een mand", "Een\n\nmand"));
    }

    @Test
    void aTextThatIsTheSameIsOnePiece() {
        assertEquals(List.of(new Piece(Change.SAME, "Zo is het.")), WordDifference.between("Zo is het.", "Zo is het."));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Nieuw",
        "Oud, ''",
        "'a\nb', 'a b'",
        "e\u0301\u00e9n, één",
        "👩‍🌾 oogst, 👩🏽‍🌾 oogst",
        "a  b, 'a b '",
        "'  a b', ' a  b'",
        "'x b', 'b c'",
        "'   ', ' '",
        "'a\n\nb\n', 'a\nb\n\nc'"
    })
    void thePiecesAreBothTextsAgain(String before, String after) {
        List<Piece> pieces = WordDifference.between(before, after);

        assertEquals(before, text(pieces, Change.ADDED));
        assertEquals(after, text(pieces, Change.REMOVED));
    }

    @Test
    void twoLongTextsWithNothingInCommonAreComparedInASensibleTime() {
        String before = words(new Random(1), 10_000);
        String after = words(new Random(2), 10_000);

        List<Piece> pieces = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> WordDifference.between(before, after));

        assertEquals(before, text(pieces, Change.ADDED));
        assertEquals(after, text(pieces, Change.REMOVED));
        assertTrue(pieces.size() < 10, "line by line: " + pieces.size());
    }

    private static String words(Random random, int count) {
        return random.ints(count, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private static String text(List<Piece> pieces, Change but) {
        return pieces.stream()
                .filter(piece -> piece.change() != but)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
