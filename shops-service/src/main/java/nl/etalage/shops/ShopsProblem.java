package nl.etalage.shops;

import nl.etalage.problem.ProblemType;

/** Everything shops-service can refuse by its own rules. What HTTP itself refuses stands in {@code HttpProblem}. */
public enum ShopsProblem implements ProblemType {
    SHOP_NOT_FOUND(404),
    SLUG_TAKEN(409),
    FIELD_RESERVED(403),
    GROUP_NOT_FOUND(404),
    GROUP_IN_USE(409),
    MEMBER_NOT_FOUND(404),
    MEMBERSHIP_OVERLAPS(409),
    LAST_MANAGER(409),
    LAST_ADMIN(409),
    INTEGRATION_NOT_FOUND(404),
    CLIENT_ALREADY_BOUND(409),
    TABLE_UNREADABLE(422),
    LINK_NOT_FOUND(404),
    JOINING_SETTLED(409),
    INVITATION_NOT_FOUND(404),
    INVITATION_EXISTS(409),
    INVITATION_CLOSED(409),
    CLIENT_MADE_ELSEWHERE(409),
    TOO_MANY_CLIENTS(409),
    PROVIDER_AWAY(503),
    ERASURE_OF_ONESELF(409),
    ERASURE_NEEDS_MANAGER(409),
    SHOP_LIMIT_REACHED(429);

    /** Bundle of this catalogue's sentences, in Dutch and English. */
    public static final String SENTENCES = "nl.etalage.shops.problems";

    private final int status;

    ShopsProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return SENTENCES;
    }
}
