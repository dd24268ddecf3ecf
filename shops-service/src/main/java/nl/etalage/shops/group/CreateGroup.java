package nl.etalage.shops.group;

import static nl.etalage.shops.ShopsProblem.SLUG_TAKEN;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.validation.Findings;

/** Makes a group to put shops in. */
@ApplicationScoped
public class CreateGroup {

    private final GroupRepository groups;
    private final AuditTrail audit;
    private final Constraints constraints;

    CreateGroup(GroupRepository groups, AuditTrail audit, Constraints constraints) {
        this.groups = groups;
        this.audit = audit;
        this.constraints = constraints;
    }

    /**
     * The group as made.
     *
     * @throws nl.etalage.problem.ProblemException 422 when something is wrong with it, 409 when the slug is taken
     */
    public GroupDocument create(GroupDocument given) {
        Findings findings = new Findings();
        findings.unchanged("/version", null, Findings.body(given).version());
        GroupRules.check(given, findings);
        findings.throwIfAny();
        Group group = new Group(given.slug(), given.name().strip());
        groups.persist(group);
        constraints.flush(Map.of("shop_group_pkey", () -> SLUG_TAKEN.at("/slug", given.slug())));
        audit.record("group.created", null, "group/" + group.slug(), List.of());
        return group.document();
    }
}
