package nl.etalage.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body, such as {@code /openingHours/0/day}; for a query
 *     parameter or header its name after a {@code #}, such as {@code #limit}
 * @param text sentence for the person who sent it
 */
public record Violation(String pointer, Text text) {

    /** A sentence that is only put into words when the caller's language is known. */
    public sealed interface Text {}

    /** The detail of a problem type, with its arguments. */
    record Message(ProblemType type, List<Object> arguments) implements Text {}

    /** A sentence under a key of its own in a catalogue's bundle. */
    record Keyed(String bundle, String key, List<Object> arguments) implements Text {}

    /** A sentence that is already in words. */
    record Literal(String sentence) implements Text {}

    public Violation {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(text);
    }

    /** The detail sentence of a problem type at a place in the request. */
    public static Violation of(String pointer, ProblemType type, Object... arguments) {
        return new Violation(pointer, new Message(type, Arrays.asList(arguments)));
    }

    /** A sentence with its own key in the bundle of the catalogue, such as {@code story.title.missing}. */
    public static Violation keyed(String pointer, String bundle, String key, Object... arguments) {
        return new Violation(pointer, new Keyed(bundle, key, Arrays.asList(arguments)));
    }

    /** A sentence that is already in the caller's language. */
    public static Violation literal(String pointer, String sentence) {
        return new Violation(pointer, new Literal(sentence));
    }
}
