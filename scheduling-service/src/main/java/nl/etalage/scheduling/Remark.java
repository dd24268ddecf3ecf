package nl.etalage.scheduling;

import java.util.Arrays;
import java.util.List;
import nl.etalage.problem.Sentences;

/**
 * A sentence for people that is stored before anyone knows who will read it: put into words in the reader's language.
 *
 * @param key key in the bundle {@code remarks}
 * @param arguments what fills the sentence
 */
public record Remark(String key, List<String> arguments) {

    private static final String BUNDLE = "nl.etalage.scheduling.remarks";
    private static final String LITERAL = "literal";

    public Remark {
        arguments = List.copyOf(arguments);
    }

    /** A sentence of the bundle. */
    public static Remark of(String key, Object... arguments) {
        return new Remark(key, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** What a person wrote, as they wrote it. */
    public static Remark literal(String words) {
        return of(LITERAL, words);
    }

    /** The sentence in the reader's language. */
    public String in(Sentences sentences) {
        return sentences.sentence(BUNDLE, key, List.copyOf(arguments));
    }
}
