package nl.etalage.content.access;

/** What somebody does in the central group. */
public enum CentralRole {
    /** Writes stories and campaigns. */
    EDITOR,
    /** Reads, and may release. */
    COACH,
    /** Runs the network; writes as an editor does. */
    ADMIN
}
