package nl.etalage.content.export;

/** What an export of a shop holds, in the order in which it comes. */
public enum ExportKind {
    /** The shop's own versions. */
    ADAPTATION("adaptation"),
    /** The stories they stand on; of one that nobody may copy any more, only which it was. */
    STORY("story"),
    /** The shop's own pictures, each with its file. */
    ASSET("asset"),
    /** What the shop offered to the network. */
    CONTRIBUTION("contribution"),
    /** What it offered before it was asked for something else. */
    CONTRIBUTION_TEXT("contribution-text"),
    /** The campaigns the shop takes part in. */
    CAMPAIGN("campaign"),
    PARTICIPATION("participation"),
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
