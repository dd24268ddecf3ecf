package nl.etalage.eventfeed;

import java.util.regex.Pattern;

/** A request for a feed that no feed can answer; its message says why. Over HTTP it is a 400. */
public class InvalidFeedRequestException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,19}");

    /** Says in one sentence, fit for the caller, what is wrong. */
    public InvalidFeedRequestException(String message) {
        super(message);
    }

    static long requirePosition(String text) {
        if (text != null && POSITION.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException beyondLong) {
                throw new InvalidFeedRequestException("An event id is a number below 2^63.");
            }
        }
        throw new InvalidFeedRequestException("An event id is a whole number in decimal digits.");
    }
}
