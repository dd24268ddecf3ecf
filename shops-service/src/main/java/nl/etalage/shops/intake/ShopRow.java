package nl.etalage.shops.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a table says of one shop; a cell that is empty is null.
 *
 * @param row number in the spreadsheet, the headings being row 1
 * @param slug the shop's short name, for a table that knows it
 */
record ShopRow(
        int row,
        String slug,
        String name,
        String town,
        String website,
        String mailbox,
        String contact,
        String telephone) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

    /** By what the shop is known again in the next table: name and town, as people would compare them. */
    String matchKey() {
        return plain(name) + "|" + plain(town);
    }

    /** The same text without capitals, accents and punctuation, its words joined by hyphens; empty for null. */
    static String plain(String text) {
        if (text == null) {
            return "";
        }
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Stream.of(GAPS.split(bare, -1)).filter(word -> !word.isEmpty()).collect(Collectors.joining("-"));
    }

    /** People write {@code www.zeist.nl}; the web wants {@code https://www.zeist.nl}. */
    static String address(String website) {
        return website == null || website.contains("://") ? website : "https://" + website;
    }

    boolean saysNothing() {
        return Stream.of(slug, name, town, website, mailbox, contact, telephone).allMatch(Objects::isNull);
    }
}
