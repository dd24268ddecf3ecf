package nl.etalage.content.productkey;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under the bars of a product, in any of its lengths: 8, 12 (UPC), 13 (EAN) or 14 digits, of which the last
 * checks the others. Shorter ones are the long one without its leading zeros, so equal numbers are equal.
 *
 * @param value 14 digits
 * @see <a href="https://www.gs1.org/services/how-calculate-check-digit-manually">GS1, how to calculate a check digit</a>
 */
public record Gtin(String value) {

    private static final int LENGTH = 14;
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final String NOTHING = "0".repeat(LENGTH);

    public Gtin {
        if (value == null || value.length() != LENGTH || !WRITTEN.matcher(value).matches() || !checks(value)) {
            throw new IllegalArgumentException("Not a GTIN of 14 digits");
        }
    }

    /**
     * The number as it is written, digits only.
     *
     * @return empty when it has another length, holds anything else, or its check digit is wrong; also for null and for
     *     zeros only
     */
    public static Optional<Gtin> of(String written) {
        if (!hasForm(written)) {
            return Optional.empty();
        }
        String padded = "0".repeat(LENGTH - written.length()) + written;
        return checks(padded) ? Optional.of(new Gtin(padded)) : Optional.empty();
    }

    /** Whether a text has as many digits as one, whatever its check digit; null hasn't. */
    public static boolean hasForm(String written) {
        return written != null && WRITTEN.matcher(written).matches();
    }

    /** Weights 3 and 1 in turn from the left, because the canonical length is even. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int place = 0; place < LENGTH; place++) {
            sum += (digits.charAt(place) - '0') * (place % 2 == 0 ? 3 : 1);
        }
        return sum % 10 == 0 && !digits.equals(NOTHING);
    }
}
