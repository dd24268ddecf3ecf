package nl.etalage.scheduling.publication;

/** What can happen to a publication. */
public enum PublicationEvent {
    /** Somebody says yes to this exact snapshot. */
    APPROVE,
    /** Somebody says no. */
    REJECT,
    CANCEL,
    /** Another local time. */
    MOVE,
    /** A new snapshot, by someone who needs nobody's yes. */
    REFRESH,
    /** A new snapshot that needs a yes again. */
    REFRESH_FOR_APPROVAL,
    /** {@code notAfter} passed. */
    MISS,
    /** Its time has come and a worker takes it, or it is offered to a person. */
    CLAIM,
    /** It is there: the platform or the person who posted it says so. */
    PUBLISH,
    /** It is certainly not there and may be tried again. */
    POSTPONE,
    /** It is certainly not there and won't be. */
    FAIL,
    /** Nobody knows whether it is there. */
    LOSE,
    /** A new time and key for one that didn't go out. */
    RETRY,
    /** As {@link #RETRY}, for one that nobody said yes to. */
    RETRY_FOR_APPROVAL,
    RESOLVE_PUBLISHED,
    RESOLVE_FAILED,
    /** The story was withdrawn or expired. */
    RECALL,
    /** As {@link #RECALL}, for one that a person has in hand and may have posted already. */
    WITHDRAW_OFFER,
    /** It is gone from the platform. */
    REMOVE,
    /** It can't be taken away by us. */
    REFUSE_REMOVAL
}
