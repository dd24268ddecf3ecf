package nl.etalage.content.theme;

/** What stories keep of a theme: small letters, digits and hyphens between them. */
public final class ThemeKey {

    private static final int LONGEST = 60;

    private ThemeKey() {}

    /** The key of a name in the form in which words are compared; empty where no letter of it can stand in a key. */
    static String of(String form) {
        String key = hyphenated(form);
        return key.length() <= LONGEST ? key : hyphenated(key.substring(0, LONGEST));
    }

    /** A key as words that can be searched. */
    public static String words(String key) {
        return key.replace('-', ' ');
    }

    private static String hyphenated(String text) {
        return text.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
