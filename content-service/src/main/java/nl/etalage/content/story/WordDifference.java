package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What differs between two texts, word by word; in texts of more than 5,000 words line by line, for the work grows with
 * the square of what differs.
 */
public final class WordDifference {

    /** A word or a mark, with the white space behind it. */
    private static final Pattern WORD =
            Pattern.compile("(?:[\\p{L}\\p{N}\\p{M}_]+|[^\\p{L}\\p{N}\\p{M}_\\s])\\s*|\\s+");

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    private static final int MOST_WORDS = 5_000;

    /** What became of a piece of text. */
    public enum Change {
        @JsonProperty("same")
        SAME,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("added")
        ADDED
    }

    /** A piece of text. All but the added ones, in their order, are the text before; all but the removed the one after. */
    @Schema(name = "TextPiece")
    public record Piece(Change change, String text) {}

    private WordDifference() {}

    /** The pieces of both texts, in order. */
    static List<Piece> between(String before, String after) {
        List<Part> old = parts(before, WORD);
        List<Part> now = parts(after, WORD);
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            old = parts(before, LINE);
            now = parts(after, LINE);
        }
        Patch<Part> patch = DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>(Part::says));
        Pieces pieces = new Pieces();
        int at = 0;
        int to = 0;
        for (AbstractDelta<Part> delta : patch.getDeltas()) {
            int start = delta.getSource().getPosition();
            pieces.same(
                    old.subList(at, start), now.subList(to, delta.getTarget().getPosition()));
            pieces.changed(delta.getSource().getLines(), delta.getTarget().getLines());
            at = start + delta.getSource().size();
            to = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        pieces.same(old.subList(at, old.size()), now.subList(to, now.size()));
        return pieces.toList();
    }

    /**
     * A word or line, and the white space behind it apart: the last word of a text stays the same word when somebody
     * writes on.
     */
    private record Part(String word, String space) {

        static Part of(String text) {
            String word = text.stripTrailing();
            return new Part(word, text.substring(word.length()));
        }

        boolean says(Part other) {
            return word.equals(other.word);
        }
    }

    /** Gathers what went and what came at one place, in that order: the algorithm gives them as they fall. */
    private static final class Pieces {

        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();

        void same(List<Part> before, List<Part> after) {
            StringBuilder same = new StringBuilder();
            for (int at = 0; at < before.size(); at++) {
                same.append(before.get(at).word());
                String old = before.get(at).space();
                String now = after.get(at).space();
                if (old.equals(now)) {
                    same.append(now);
                } else {
                    settle(same);
                    removed.append(old);
                    added.append(now);
                }
            }
            settle(same);
        }

        void changed(List<Part> went, List<Part> came) {
            went.forEach(part -> removed.append(part.word()).append(part.space()));
            came.forEach(part -> added.append(part.word()).append(part.space()));
        }

        private void settle(StringBuilder same) {
            if (!same.isEmpty()) {
                settle();
                settle(Change.SAME, same);
            }
        }

        List<Piece> toList() {
            settle();
            return pieces;
        }

        private void settle() {
            settle(Change.REMOVED, removed);
            settle(Change.ADDED, added);
        }

        private void settle(Change change, StringBuilder text) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(change, text.toString()));
                text.setLength(0);
            }
        }
    }

    private static List<Part> parts(String text, Pattern part) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = part.matcher(text);
        while (matcher.find()) {
            parts.add(Part.of(matcher.group()));
        }
        return parts;
    }
}
