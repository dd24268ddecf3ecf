package nl.etalage.scheduling.access;

/** What someone may do at a shop. */
public enum Permission {
    /** See channels, publications and notices. */
    READ,
    /** Plan, move, cancel and report. */
    PLAN,
    /** Say yes or no to what someone else planned. */
    APPROVE,
    /** Say what became of a publication whose outcome nobody knows. */
    RESOLVE,
    /** Connect, change and disconnect channels. */
    CONNECT
}
