package nl.etalage.gateway;

import java.util.Locale;

/**
 * What every page needs around its own content.
 *
 * @param locale language of the page
 * @param person how the signed-in person is called; null when nobody is signed in
 */
public record Frame(Locale locale, String person) {

    /** The language as it stands in {@code <html lang>}. */
    public String lang() {
        return locale.toLanguageTag();
    }

    public boolean signedIn() {
        return person != null;
    }
}
