package nl.etalage.shops.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What the binding of a machine can allow it; a closed list. */
public enum Scope {
    @JsonProperty("library:read")
    LIBRARY_READ("library:read"),
    @JsonProperty("assortment:write")
    ASSORTMENT_WRITE("assortment:write"),
    @JsonProperty("publications:write")
    PUBLICATIONS_WRITE("publications:write");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The word in tokens, in JSON and in the database. */
    public String word() {
        return word;
    }

    /** The scope of a word; empty for a word that is none of ours. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
