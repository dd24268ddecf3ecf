package nl.etalage.scheduling.export;

/** What an export of a shop holds, in the order in which it comes. */
public enum ExportKind {
    /** Channels, also those that were disconnected; never their credentials. */
    CHANNEL("channel"),
    /** Publications, each with its text as it went out and its newest attempts. */
    PUBLICATION("publication"),
    /** Every attempt of those publications that is still kept. */
    ATTEMPT("attempt"),
    NOTICE("notice"),
    AUDIT("audit");

    private final String word;

    ExportKind(String word) {
        this.word = word;
    }

    /** As it stands in the API. */
    public String word() {
        return word;
    }
}
