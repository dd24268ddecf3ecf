package nl.etalage.shops.shop;

import static nl.etalage.shops.ShopsProblem.FIELD_RESERVED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.access.Standing;
import nl.etalage.shops.access.Visitor;
import nl.etalage.shops.answer.Patch;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.validation.Findings;

/**
 * Changes the description of a shop. A manager describes the shop, an editor puts it in groups, an admin may do both and
 * close it.
 */
@ApplicationScoped
public class ChangeShop {

    private static final String GROUPS = "groups";
    private static final String STATE = "state";
    private static final String SANDBOX = "sandbox";

    private final ShopRepository shops;
    private final KnownGroups groups;
    private final Visitor visitor;
    private final Patch patches;
    private final ShopJournal journal;

    ChangeShop(ShopRepository shops, KnownGroups groups, Visitor visitor, Patch patches, ShopJournal journal) {
        this.shops = shops;
        this.groups = groups;
        this.visitor = visitor;
        this.patches = patches;
        this.journal = journal;
    }

    /**
     * The shop after the patch. A patch that changes nothing leaves the version as it was.
     *
     * @param ifMatch value of If-Match
     * @throws JsonProcessingException when the patch has an unknown field or a wrong type
     * @throws ProblemException 412 or 428 for the version, 422 for the content, 403 for a field that is not the
     *     caller's
     */
    public ShopDocument change(String slug, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Shop shop = shops.requireForChange(slug, visitor.reach());
        IfMatch.require(ifMatch, shop.version());
        ShopDocument before = shop.document();
        ShopDocument after = patches.apply(before, patch, ShopDocument.class);
        check(before, after);
        List<String> changed = Changes.between(before, after);
        refuseReserved(slug, changed);
        if (changed.isEmpty()) {
            return before;
        }
        shop.describe(after);
        shops.flush();
        ShopDocument made = shop.document();
        journal.changed(before, made);
        return made;
    }

    private void check(ShopDocument before, ShopDocument after) {
        Findings findings = new Findings();
        findings.unchanged("/slug", before.slug(), after.slug());
        findings.unchanged("/kind", before.kind(), after.kind());
        findings.unchanged("/version", before.version(), after.version());
        findings.required("/state", after.state());
        findings.throwIfAny();
        ShopRules.check(after, findings);
        groups.check(after.groups(), findings);
        findings.throwIfAny();
    }

    private void refuseReserved(String slug, List<String> changed) {
        Standing standing = visitor.standing();
        boolean admin = standing.hasCentral(Role.ADMIN);
        boolean mayGroup = admin || standing.hasCentral(Role.EDITOR);
        boolean mayDescribe = admin || standing.has(Role.MANAGER, slug);
        List<Violation> refused = changed.stream()
                .filter(field -> switch (field) {
                    case GROUPS -> !mayGroup;
                    case STATE, SANDBOX -> !admin;
                    default -> !mayDescribe;
                })
                .map(field -> Violation.of("/" + field, FIELD_RESERVED))
                .toList();
        if (!refused.isEmpty()) {
            throw new ProblemException(FIELD_RESERVED, refused);
        }
    }
}
