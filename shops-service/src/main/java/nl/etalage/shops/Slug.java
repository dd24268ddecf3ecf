package nl.etalage.shops;

import java.util.regex.Pattern;

/**
 * The name of a shop or group in URLs: words of lower-case letters and digits joined by hyphens, 1 to
 * {@value #LONGEST} characters. It never changes.
 */
public record Slug(String value) {

    /** Most characters. */
    public static final int LONGEST = 60;

    /** As a regular expression, for the contract. */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a slug");
        }
    }

    /** Whether a text is a slug; null is none. */
    public static boolean isValid(String text) {
        return text != null && text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
