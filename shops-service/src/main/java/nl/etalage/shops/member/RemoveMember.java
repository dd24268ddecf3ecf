package nl.etalage.shops.member;

import static nl.etalage.problem.HttpProblem.FORBIDDEN;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.access.Standing;
import nl.etalage.shops.access.Visitor;

/** Takes a role away: by a manager or an admin, or by the person who leaves. */
@ApplicationScoped
public class RemoveMember {

    private final MemberRepository members;
    private final LeaderRule leaders;
    private final MemberJournal journal;
    private final Visitor visitor;

    RemoveMember(MemberRepository members, LeaderRule leaders, MemberJournal journal, Visitor visitor) {
        this.members = members;
        this.leaders = leaders;
        this.journal = journal;
        this.visitor = visitor;
    }

    /**
     * Removes the member.
     *
     * @param team locked for a change
     * @param handOver whether the central group is to look after the shop when nobody else does
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version, 403 when the caller may only remove
     *     themselves, 409 when it would leave the team without a leader
     */
    void remove(Team team, UUID id, String ifMatch, boolean handOver) {
        Member member = members.require(team.shop(), id);
        if (!member.is(visitor.standing().caller()) && !mayRemoveOthers(team)) {
            throw FORBIDDEN.because();
        }
        IfMatch.require(ifMatch, member.version());
        leaders.keepOneWithout(team, member, handOver);
        members.delete(member);
        members.flush();
        journal.removed(member.document());
        if (handOver && leaders.leaderless(team)) {
            journal.handedOver(team.shop());
        }
    }

    private boolean mayRemoveOthers(Team team) {
        Standing standing = visitor.standing();
        return standing.hasCentral(Role.ADMIN) || (team.shop() != null && standing.has(Role.MANAGER, team.shop()));
    }
}
