package nl.etalage.scheduling;

import nl.etalage.problem.ProblemType;

/** What can be wrong with a request to this service: the whole catalogue. */
public enum SchedulingProblem implements ProblemType {
    /** Memberships have not been refreshed for minutes, so nobody's right to write can be trusted. */
    ACCESS_UNCERTAIN(503),
    /** content-service didn't answer in time; nothing was stored. */
    CONTENT_UNAVAILABLE(503),
    /** The platform is planned, but no connector exists yet. */
    PLATFORM_NOT_YET(422),

    SANDBOX_ONLY(422),
    /** The server's address is not a public https address. */
    SERVER_REFUSED(422),
    /** The channel is disconnected. */
    CHANNEL_DISCONNECTED(409),
    /** A call to the platform is running for this channel. */
    CHANNEL_BUSY(409),
    /** Not a local date and time. */
    LOCAL_TIME_INVALID(422),
    /** The clock skips this time. */
    LOCAL_TIME_DOES_NOT_EXIST(422),
    /** The moment has passed. */
    LOCAL_TIME_PASSED(422),
    /** The moment is more than two years ahead. */
    LOCAL_TIME_TOO_FAR(422),
    /** The rendering can't be published as it is. */
    RENDERING_HAS_PROBLEMS(422),
    /** No such adaptation for this shop. */
    ADAPTATION_NOT_FOUND(422),
    /** No such channel for this shop. */
    CHANNEL_NOT_FOUND(422),
    /** The same text goes or went out on this channel within 30 days. */
    DUPLICATE_PUBLICATION(409),
    /** The story was taken back. */
    STORY_RECALLED(409),
    /** Consent or licence of a picture in the snapshot has ended. */
    PICTURE_ENDED(409),
    /** The state machine doesn't know this step from here. */
    TRANSITION_REFUSED(409),
    /** A worker is finding out right now what became of it. */
    PUBLICATION_BUSY(409),
    /** Nobody approves their own publication. */
    OWN_PUBLICATION(403),
    /** Only a publication that a person posts can be reported as done. */
    NOT_ASSISTED(409),
    /** The shop plans more in a short time than one shop may. */
    SHOP_LIMIT_REACHED(429);

    private final int status;

    SchedulingProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "nl.etalage.scheduling.problems";
    }
}
