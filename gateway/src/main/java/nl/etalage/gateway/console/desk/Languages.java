package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * In which languages there is more of a story.
 *
 * @param id of the story
 * @param original id of the one that the others say in another language; the same where that is this one
 * @param lines the others
 * @param makes whether this person may make a translation of it
 * @param linked whether the page leads to where that is done
 */
record Languages(String id, String original, List<Line> lines, boolean makes, boolean linked) {

    Languages(String id, String original, List<Line> lines, boolean makes) {
        this(id, original, lines, makes, true);
    }

    /** For the page on which it is done. */
    Languages here() {
        return new Languages(id, original, lines, makes, false);
    }

    /**
     * The same story in another language.
     *
     * @param locale such as {@code fr}
     * @param label key of the language; null where it has no name here
     * @param state key of the state
     * @param ended whether it is taken back or over, so that its language is free
     * @param original whether the others are translations of it
     */
    record Line(String id, String title, String locale, String label, String state, boolean ended, boolean original) {}
}
