package nl.etalage.shops.export;

/** What an export of a shop holds, in the order in which it comes. */
public enum ExportKind {
    /** The shop itself: profile, fields, opening hours, rhythm. */
    SHOP("shop"),
    CONTACT("contact"),
    /** The groups the shop is in. */
    GROUP("group"),
    MEMBER("member"),
    /** Invitations to people. */
    MEMBER_INVITATION("member-invitation"),
    /** Machines that work for the shop; never their secrets. */
    INTEGRATION("integration"),
    /** How those machines fare. */
    INTEGRATION_USE("integration-use"),
    /** The question to the shop whether it joins, and its answer. */
    INVITATION("invitation"),
    /** What the shop sells. */
    ASSORTMENT("assortment"),
    /** What a table of the central group said of the shop. */
    IMPORT("import"),
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
