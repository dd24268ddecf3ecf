package nl.etalage.shops.group;

import static nl.etalage.shops.ShopsProblem.GROUP_IN_USE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.shops.ops.Constraints;

/** Removes a group that no shop is in any more. */
@ApplicationScoped
public class DeleteGroup {

    private final GroupRepository groups;
    private final AuditTrail audit;
    private final Constraints constraints;

    DeleteGroup(GroupRepository groups, AuditTrail audit, Constraints constraints) {
        this.groups = groups;
        this.audit = audit;
        this.constraints = constraints;
    }

    /**
     * Removes it.
     *
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version, 409 while a shop is in it
     */
    public void delete(String slug, String ifMatch) {
        Group group = groups.requireForChange(slug);
        IfMatch.require(ifMatch, group.version());
        groups.delete(group);
        constraints.flush(Map.of("shop_in_group_known", GROUP_IN_USE::because));
        audit.record("group.deleted", null, "group/" + slug, List.of());
    }
}
