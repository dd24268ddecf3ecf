package nl.etalage.testing.access;

/** Whose the target of a request is, as the caller's own shop sees it. */
public enum Whose {
    /** Of the shop the caller belongs to or is bound to. */
    OWN,
    /** Of another shop, or not yet meant for shops. */
    FOREIGN,
    /** Well-formed, and nothing like it has ever been. */
    ABSENT
}
