package nl.etalage.shops.assortment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What webshops and spreadsheets do to the text of a cell to keep it from being taken for something else, and what gets lost. */
final class SpreadsheetCell {

    /** What spreadsheets make of a long number in a narrow column. */
    private static final Pattern SHORTENED =
            Pattern.compile("[0-9](?:[.,][0-9]+)?E\\+[0-9]{1,2}", Pattern.CASE_INSENSITIVE);

    /** Shops put an apostrophe before what a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("'[=+@-].*", Pattern.DOTALL);

    /** Or for a number; not in front of words, for some names begin so: 's Ochtends, '70s. */
    private static final Pattern NUMBER = Pattern.compile("'[0-9].*", Pattern.DOTALL);

    /** Others write a formula that says a text. */
    private static final Pattern TEXT = Pattern.compile("=\"([^\"]*)\"", Pattern.DOTALL);

    /** Programs that take a code for a measure give it decimals. */
    private static final Pattern DECIMALS = Pattern.compile("([0-9]{8,14})[.,]0{1,2}");

    /** A spreadsheet may group them by three. */
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:([.,])[0-9]{3})(?:\\1[0-9]{3}){2,3}");

    private SpreadsheetCell() {}

    /** The text without what guards it. */
    static String unguarded(String cell) {
        Matcher text = TEXT.matcher(cell);
        if (text.matches()) {
            return text.group(1).strip();
        }
        return FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** The same for a number or a code; null stays null. */
    static String code(String cell) {
        return cell != null && NUMBER.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** A code of digits only, without decimals and groups that it never had. */
    static String digits(String cell) {
        Matcher decimals = DECIMALS.matcher(cell);
        if (decimals.matches()) {
            return decimals.group(1);
        }
        return GROUPED.matcher(cell).matches() ? cell.replaceAll("[.,]", "") : cell;
    }

    /** Whether a spreadsheet kept a few of its digits only; null has none. */
    static boolean shortened(String cell) {
        return cell != null && SHORTENED.matcher(cell).matches();
    }
}
