package nl.etalage.gateway;

import java.util.Locale;

/**
 * What every page needs around its own content.
 *
 * @param locale language of the page
 * @param person how the signed-in person is called; null when nobody is signed in
 * @param personal whether the page knows who looks at it
 * @param desk whether they have a place at the editor's desk
 */
public record Frame(Locale locale, String person, boolean personal, boolean desk) {

    /** A page that is the same for everybody, signed in or not. */
    public static Frame impersonal(Locale locale) {
        return new Frame(locale, null, false, false);
    }

    /** The same for who has a place at the editor's desk. */
    public Frame atDesk() {
        return new Frame(locale, person, personal, true);
    }

    /** The language as it stands in {@code <html lang>}. */
    public String lang() {
        return locale.toLanguageTag();
    }

    public boolean signedIn() {
        return person != null;
    }
}
