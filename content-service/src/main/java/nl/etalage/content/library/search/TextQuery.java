package nl.etalage.content.library.search;

/**
 * What is typed, as PostgreSQL searches for it: texts of the type tsquery, whose words are as the index knows them.
 *
 * @param exact the words themselves in any of their forms; what has them comes first
 * @param wide also words that mean the same, that are spelt nearly so, that hold or make up the word
 * @param loose any of the words instead of all, for when no story has all
 */
public record TextQuery(String exact, String wide, String loose) {

    /** The same, content with any of the words. */
    public TextQuery loosely() {
        return new TextQuery(exact, loose, loose);
    }
}
