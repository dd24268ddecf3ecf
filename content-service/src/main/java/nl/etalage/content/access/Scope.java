package nl.etalage.content.access;

/** What a machine may be allowed. Scopes say nothing about people. */
public enum Scope {
    LIBRARY_READ("library:read"),
    /** Plans for a shop, and so reads and writes its adaptations. */
    PUBLICATIONS_WRITE("publications:write"),
    /** Between services only; no binding grants it. */
    EVENTS_READ("events:read");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As it stands in a token. */
    public String word() {
        return word;
    }
}
