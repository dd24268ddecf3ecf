package nl.etalage.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

/**
 * What the person asked for.
 *
 * @param command what to do
 * @param root the project's directory
 * @param fresh whether to throw the old data away first
 * @param shift how much is added to every port
 * @param detach whether to return when all is ready
 * @param again the part to start again, or empty
 */
record Arguments(Command command, Path root, boolean fresh, int shift, boolean detach, String again) {

    static final String USAGE =
            "./deploy/up [--fresh] [--ports N] [--detach] starts Etalage, ./deploy/up --again NAME starts one part that ended, ./deploy/down stops it all.";

    enum Command {
        UP,
        AGAIN,
        DOWN,
        CHECK
    }

    /** Thrown for words that mean nothing here. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String sentence) {
            super(sentence + " " + USAGE);
        }
    }

    /** Reads the command, the project's directory, and then the words of the person. */
    static Arguments parse(String... words) {
        if (words.length < 2
                || Arrays.stream(Command.values())
                        .noneMatch(known -> called(known).equals(words[0]))) {
            throw new NotUnderstood("Start this with ./deploy/up.");
        }
        Command command = Command.valueOf(words[0].toUpperCase(Locale.ROOT));
        Arguments arguments = new Arguments(command, Path.of(words[1]), false, 0, false, "");
        Iterator<String> rest = Arrays.asList(words).subList(2, words.length).iterator();
        while (rest.hasNext()) {
            if (command != Command.UP) {
                throw new NotUnderstood("%s takes no %s.".formatted(words[0], rest.next()));
            }
            arguments = arguments.with(rest.next(), rest);
        }
        return arguments;
    }

    private Arguments with(String word, Iterator<String> rest) {
        return switch (word) {
            case "--fresh" -> new Arguments(command, root, true, shift, detach, again);
            case "--detach" -> new Arguments(command, root, fresh, shift, true, again);
            case "--ports" -> new Arguments(command, root, fresh, number(word, rest), detach, again);
            case "--again" -> new Arguments(Command.AGAIN, root, fresh, shift, detach, following(word, rest));
            default -> throw new NotUnderstood("There is no %s.".formatted(word));
        };
    }

    private static int number(String word, Iterator<String> rest) {
        String number = following(word, rest);
        if (!number.matches("-?\\d{1,5}")) {
            throw new NotUnderstood("%s takes a whole number, such as 1000, and not %s.".formatted(word, number));
        }
        return Integer.parseInt(number);
    }

    private static String following(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new NotUnderstood("%s misses what comes after it.".formatted(word));
        }
        return rest.next();
    }

    private static String called(Command command) {
        return command.name().toLowerCase(Locale.ROOT);
    }
}
