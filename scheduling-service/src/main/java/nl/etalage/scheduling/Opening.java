package nl.etalage.scheduling;

/** The beginning of a text, by which people know it. */
public final class Opening {

    private static final int LONGEST = 60;

    private Opening() {}

    /** The first line, cut at a word where it is longer than 60 characters. */
    public static String of(String text) {
        String first = text.strip().lines().findFirst().orElse("").strip();
        if (first.codePointCount(0, first.length()) <= LONGEST) {
            return first;
        }
        String cut = first.substring(0, first.offsetByCodePoints(0, LONGEST));
        int space = cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space) : cut) + "…";
    }
}
