package nl.etalage.shops.member;

import static nl.etalage.shops.ShopsProblem.MEMBERSHIP_OVERLAPS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.shops.answer.Patch;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.validation.Findings;

/** Changes what a member may do, or until when. */
@ApplicationScoped
public class ChangeMember {

    private final MemberRepository members;
    private final LeaderRule leaders;
    private final Patch patches;
    private final MemberJournal journal;
    private final Constraints constraints;

    ChangeMember(
            MemberRepository members,
            LeaderRule leaders,
            Patch patches,
            MemberJournal journal,
            Constraints constraints) {
        this.members = members;
        this.leaders = leaders;
        this.patches = patches;
        this.journal = journal;
        this.constraints = constraints;
    }

    /**
     * The member after the patch. A patch that changes nothing leaves the version as it was.
     *
     * @param team locked for a change
     * @throws JsonProcessingException when the patch has an unknown field or a wrong type
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version, 422 for the content, 409 when it
     *     would leave the team without a leader or overlaps with another role of this person there
     */
    MemberDocument change(Team team, UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Member member = members.require(team.shop(), id);
        IfMatch.require(ifMatch, member.version());
        MemberDocument before = member.document();
        MemberDocument after = patches.apply(before, patch, MemberDocument.class);
        check(before, after);
        if (Changes.between(before, after).isEmpty()) {
            return before;
        }
        members.lockPerson(after);
        leaders.keepOne(team, member, () -> member.describe(after));
        constraints.flush(Map.of("member_one_role_at_a_time", MEMBERSHIP_OVERLAPS::because));
        MemberDocument made = member.document();
        journal.changed(before, made);
        return made;
    }

    private static void check(MemberDocument before, MemberDocument after) {
        Findings findings = new Findings();
        findings.unchanged("/id", before.id(), after.id());
        findings.unchanged("/shop", before.shop(), after.shop());
        findings.unchanged("/subject", before.subject(), after.subject());
        findings.unchanged("/issuer", before.issuer(), after.issuer());
        findings.unchanged("/version", before.version(), after.version());
        findings.throwIfAny();
        MemberRules.check(after, findings);
        findings.throwIfAny();
    }
}
