package nl.etalage.systemtests.fuzz;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Who asks: the demo people and webshops, nobody, and bearers of what is no token. */
final class Callers {

    static final String NOBODY = "nobody";

    private static final String NO_TOKEN = "no token: ";
    private static final List<String> KNOWN = List.of(
            "admin",
            "admin",
            "editor",
            "editor2",
            "editor3",
            "coach",
            "zeist-manager",
            "zeist-manager",
            "zeist-publisher",
            "zeist-contributor",
            "utrecht-manager",
            "landelijk-manager",
            "utrecht-contributor",
            "webshop-zeist",
            "webshop-utrecht");
    private static final List<String> BROKEN = List.of(
            "",
            "x",
            "a.b.c",
            "..",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.e30",
            "\u00e9",
            "a".repeat(7000));

    /** What turns a name into a token. */
    private final UnaryOperator<String> tokens;

    Callers(UnaryOperator<String> tokens) {
        this.tokens = tokens;
    }

    static String any(RandomGenerator random) {
        int kind = random.nextInt(100);
        if (kind < 5) {
            return NOBODY;
        }
        return kind < 9 ? NO_TOKEN + random.nextInt(BROKEN.size() + 1) : KNOWN.get(random.nextInt(KNOWN.size()));
    }

    /** Null for nobody. */
    String token(String who) {
        if (who.equals(NOBODY)) {
            return null;
        }
        if (!who.startsWith(NO_TOKEN)) {
            return tokens.apply(who);
        }
        int number = Integer.parseInt(who.substring(NO_TOKEN.length()));
        // The last is a real one that lost the end of its signature.
        return number < BROKEN.size()
                ? BROKEN.get(number)
                : tokens.apply("admin").replaceAll(".{9}$", "");
    }
}
