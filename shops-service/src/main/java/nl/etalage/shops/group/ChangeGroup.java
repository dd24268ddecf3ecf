package nl.etalage.shops.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.shops.answer.Patch;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.validation.Findings;

/** Renames a group. */
@ApplicationScoped
public class ChangeGroup {

    private final GroupRepository groups;
    private final Patch patches;
    private final AuditTrail audit;

    ChangeGroup(GroupRepository groups, Patch patches, AuditTrail audit) {
        this.groups = groups;
        this.patches = patches;
        this.audit = audit;
    }

    /**
     * The group after the patch.
     *
     * @throws JsonProcessingException when the patch has an unknown field or a wrong type
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version, 422 for the content
     */
    public GroupDocument change(String slug, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Group group = groups.requireForChange(slug);
        IfMatch.require(ifMatch, group.version());
        GroupDocument before = group.document();
        GroupDocument after = patches.apply(before, patch, GroupDocument.class);
        Findings findings = new Findings();
        findings.unchanged("/slug", before.slug(), after.slug());
        findings.unchanged("/version", before.version(), after.version());
        findings.requiredLine("/name", after.name(), GroupRules.LONGEST_NAME);
        findings.throwIfAny();
        List<String> changed = Changes.between(before, after);
        if (!changed.isEmpty()) {
            group.rename(after.name().strip());
            groups.flush();
            audit.record("group.changed", null, "group/" + slug, changed);
        }
        return group.document();
    }
}
