package nl.etalage.content.library.search;

/** How far two spellings of a word are apart. */
final class Spelling {

    /** Below this many letters nearly every word is near another. */
    private static final int LONG_ENOUGH = 4;

    /** From here on two slips are still the same word. */
    private static final int LONG = 8;

    private Spelling() {}

    /** Whether somebody who typed the one may have meant the other. */
    static boolean near(String typed, String known) {
        if (typed.length() < LONG_ENOUGH || known.length() < LONG_ENOUGH) {
            return false;
        }
        return distance(typed, known) <= (typed.length() >= LONG ? 2 : 1);
    }

    /**
     * Letters to add, leave out, replace, or swap with the next: optimal string alignment.
     *
     * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">Damerau-Levenshtein distance</a>
     */
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int cheapest(int[][] steps, String one, String other, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
