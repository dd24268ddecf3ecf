package nl.etalage.gateway;

import java.util.Locale;

/**
 * What every page needs around its own content.
 *
 * @param locale language of the page
 * @param person how the signed-in person is called; null when nobody is signed in
 * @param personal whether the page knows who looks at it
 * @param desk whether they have a place at the editor's desk
 * @param waiting how many stories of shops wait there, such as {@code 3} or {@code 99+}; empty for none or unknown
 */
public record Frame(Locale locale, String person, boolean personal, boolean desk, String waiting) {

    /** A page that is the same for everybody, signed in or not. */
    public static Frame impersonal(Locale locale) {
        return new Frame(locale, null, false, false, "");
    }

    /** The same for who has a place at the editor's desk. */
    public Frame atDesk() {
        return atDesk("");
    }

    /** The same, with how many stories of shops wait. */
    public Frame atDesk(String count) {
        return new Frame(locale, person, personal, true, count);
    }

    /** The language as it stands in {@code <html lang>}. */
    public String lang() {
        return locale.toLanguageTag();
    }

    public boolean signedIn() {
        return person != null;
    }
}
