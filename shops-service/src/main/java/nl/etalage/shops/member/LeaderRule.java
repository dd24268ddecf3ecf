package nl.etalage.shops.member;

import static nl.etalage.shops.ShopsProblem.ERASURE_NEEDS_MANAGER;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.access.Visitor;

/**
 * A shop keeps a manager and the central group an admin. A shop's last manager goes only by an admin, or by leaving the
 * shop to the central group in so many words; then the central group looks after it. Holds under concurrency because the team is locked for the change.
 */
@ApplicationScoped
class LeaderRule {

    private final MemberRepository members;
    private final Visitor visitor;
    private final Clock clock;

    LeaderRule(MemberRepository members, Visitor visitor, Clock clock) {
        this.members = members;
        this.visitor = visitor;
        this.clock = clock;
    }

    /**
     * Makes a change to a member, unless nobody would lead the team today afterwards.
     *
     * @throws nl.etalage.problem.ProblemException 409 then
     */
    void keepOne(Team team, Member member, Runnable change) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), team.zone());
        boolean led = member.leadsOn(today);
        change.run();
        if (led && !member.leadsOn(today)) {
            requireAnother(team, member, today);
        }
    }

    /**
     * As {@link #keepOne}, for a member who goes altogether.
     *
     * @param handOver whether the central group is to look after the shop when nobody else does
     */
    void keepOneWithout(Team team, Member member, boolean handOver) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), team.zone());
        boolean handedOver = handOver && team.shop() != null;
        if (member.leadsOn(today) && !handedOver) {
            requireAnother(team, member, today);
        }
    }

    /**
     * As {@link #keepOneWithout}, for an admin too: who takes a person out of many teams at once doesn't see each.
     *
     * @throws nl.etalage.problem.ProblemException 409, which names the shop
     */
    void keepOneOrHandOver(Team team, Member member, boolean handOver) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), team.zone());
        if (!member.leadsOn(today) || members.othersWith(team.leader(), member, team.shop(), today)) {
            return;
        }
        if (team.shop() == null) {
            throw team.leaderless().because();
        }
        if (!handOver) {
            throw ERASURE_NEEDS_MANAGER.because(team.shop()).with("shop", team.shop());
        }
    }

    /** Whether nobody leads the team today. */
    boolean leaderless(Team team) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), team.zone());
        return !members.hasManagerOn(team.shop(), today);
    }

    private void requireAnother(Team team, Member member, LocalDate today) {
        boolean byAdmin = team.shop() != null && visitor.standing().hasCentral(Role.ADMIN);
        if (!byAdmin && !members.othersWith(team.leader(), member, team.shop(), today)) {
            throw team.leaderless().because();
        }
    }
}
