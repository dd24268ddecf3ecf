package nl.etalage.shops.shop;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text in which a shop is found: without capitals and accents, so that "cafe" finds "Café". */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    static String of(String... words) {
        String joined = Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** A pattern for SQL's LIKE with escape {@code !} that finds a piece of such text. */
    static String containing(String piece) {
        return "%" + of(piece.strip()).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
