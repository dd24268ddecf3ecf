package nl.etalage.shops.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.access.Visitor;

/**
 * A shop keeps a manager and the central group an admin. Only an admin may take a shop's last manager away, for then the
 * central group looks after the shop. Holds under concurrency because the team is locked for the change.
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

    /** As {@link #keepOne}, for a member who goes altogether. */
    void keepOneWithout(Team team, Member member) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), team.zone());
        if (member.leadsOn(today)) {
            requireAnother(team, member, today);
        }
    }

    private void requireAnother(Team team, Member member, LocalDate today) {
        boolean byAdmin = team.shop() != null && visitor.standing().hasCentral(Role.ADMIN);
        if (!byAdmin && !members.othersWith(team.leader(), member, team.shop(), today)) {
            throw team.leaderless().because();
        }
    }
}
