package nl.etalage.shops.link;

/** What a mailed link opens. */
public enum LinkPurpose {
    /** The page on which a shop says whether it joins. */
    JOINING(
            "SELECT joining FROM link WHERE hash = ? AND expires_at > ? AND joining IS NOT NULL",
            "INSERT INTO link (hash, joining, expires_at) VALUES (?, ?, ?)",
            "DELETE FROM link WHERE joining = ?"),
    /** Becoming a member by signing in. */
    INVITATION(
            "SELECT invitation FROM link WHERE hash = ? AND expires_at > ? AND invitation IS NOT NULL",
            "INSERT INTO link (hash, invitation, expires_at) VALUES (?, ?, ?)",
            "DELETE FROM link WHERE invitation = ?");

    private final String find;
    private final String insert;
    private final String revoke;

    LinkPurpose(String find, String insert, String revoke) {
        this.find = find;
        this.insert = insert;
        this.revoke = revoke;
    }

    String find() {
        return find;
    }

    String insert() {
        return insert;
    }

    String revoke() {
        return revoke;
    }
}
