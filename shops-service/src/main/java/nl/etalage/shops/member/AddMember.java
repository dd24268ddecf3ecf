package nl.etalage.shops.member;

import static nl.etalage.shops.ShopsProblem.MEMBERSHIP_OVERLAPS;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.ops.Ids;
import nl.etalage.shops.validation.Findings;

/** Gives a person a role. */
@ApplicationScoped
public class AddMember {

    private final MemberRepository members;
    private final MemberDefaults defaults;
    private final MemberJournal journal;
    private final Constraints constraints;
    private final Ids ids;

    AddMember(
            MemberRepository members,
            MemberDefaults defaults,
            MemberJournal journal,
            Constraints constraints,
            Ids ids) {
        this.members = members;
        this.defaults = defaults;
        this.journal = journal;
        this.constraints = constraints;
        this.ids = ids;
    }

    /**
     * The member as made.
     *
     * @throws nl.etalage.problem.ProblemException 422 when something is wrong with it, 409 when the person has a role
     *     there in the same period
     */
    MemberDocument add(Team team, MemberDocument given) {
        Findings findings = new Findings();
        findings.unchanged("/id", null, Findings.body(given).id());
        findings.unchanged("/version", null, given.version());
        if (given.shop() != null) {
            findings.unchanged("/shop", team.shop(), given.shop());
        }
        MemberDocument description = defaults.complete(team, given);
        MemberRules.check(description, findings);
        findings.throwIfAny();
        members.lockPerson(description);
        Member member = new Member(ids.next(), description);
        members.persist(member);
        constraints.flush(Map.of("member_one_role_at_a_time", MEMBERSHIP_OVERLAPS::because));
        MemberDocument made = member.document();
        journal.added(made);
        return made;
    }
}
