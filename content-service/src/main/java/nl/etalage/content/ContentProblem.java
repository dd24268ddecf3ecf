package nl.etalage.content;

import nl.etalage.problem.ProblemType;

/** The closed catalogue of what content-service can answer besides a result. */
public enum ContentProblem implements ProblemType {
    /** The state of the story does not allow this action. */
    STORY_STATE(409),
    /** Nobody releases or confirms their own text. */
    OWN_WORK(403),
    /** Submit or release of a story that lacks something it must have. */
    STORY_INCOMPLETE(422),
    /** The story is not, or no longer, in the library of this shop. */
    STORY_NOT_AVAILABLE(404),
    /** The adaptation can no longer be changed: its story is withdrawn or over. */
    ADAPTATION_RECALLED(409),
    /** An answer in a thread can't be answered or resolved; the thread's first comment can. */
    COMMENT_IS_ANSWER(409),
    /** The state of what a shop offered does not allow this action. */
    CONTRIBUTION_STATE(409),
    /** The last day to join the campaign has passed. */
    CAMPAIGN_CLOSED(409),
    /** The upload is no file of a kind that can be used. */
    PICTURE_REFUSED(422),
    /** The file was public and is not any more. */
    MEDIA_GONE(410),
    /** The file ends before the part that was asked for. */
    RANGE_NOT_SATISFIABLE(416),
    /** Memberships have not been heard of for too long to trust them with a change. */
    MEMBERSHIPS_STALE(503),
    /** The merge fields are not known yet, so a text that uses them can't be checked. */
    MERGE_FIELDS_UNKNOWN(503),
    /** The shop asks more in a short time than one shop may. */
    SHOP_LIMIT_REACHED(429),
    /** The shop has as many feed keys as a shop may have. */
    TOO_MANY_FEED_KEYS(409);

    /** Base name of the resource bundle with this catalogue's sentences. */
    public static final String BUNDLE = "nl.etalage.content.problems";

    private final int status;

    ContentProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return BUNDLE;
    }
}
