package nl.etalage.content.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.ShopRole;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;

/**
 * Finds what a shop offered for who may see it: the shop's own people and the central group. Own, foreign and absent
 * take the same path.
 */
@ApplicationScoped
class OpenContribution {

    private static final ShopRole[] OFFERERS = {ShopRole.MANAGER, ShopRole.PUBLISHER, ShopRole.CONTRIBUTOR};

    private final CurrentAccess access;
    private final ContributionRepository contributions;
    private final EarlierTexts earlier;
    private final RowSecurity rowSecurity;

    OpenContribution(
            CurrentAccess access, ContributionRepository contributions, EarlierTexts earlier, RowSecurity rowSecurity) {
        this.access = access;
        this.contributions = contributions;
        this.earlier = earlier;
        this.rowSecurity = rowSecurity;
    }

    /** For a list of one shop, or of all when the shop is null, which is the central group's. */
    void list(String shop) {
        Access caller = enter();
        if (caller.inCentral()) {
            return;
        }
        if (shop == null) {
            caller.requireCentral();
        }
        caller.requireRole(shop, ShopRole.values());
    }

    /** For one more of this shop. */
    void toOffer(String shop) {
        access.enter().requireRole(shop, OFFERERS);
    }

    Contribution toRead(UUID id) {
        return find(id, contributions::findByIdOptional);
    }

    /**
     * What was sent, as it is or was.
     *
     * @param text id of an earlier text of this contribution; null for what it says now
     */
    ContributionContent content(Contribution found, UUID text) {
        return text == null
                ? found.content()
                : earlier.findByIdOptional(text)
                        .filter(one -> one.contribution().equals(found.id()))
                        .orElseThrow(HttpProblem.NOT_FOUND::because)
                        .content();
    }

    /** For the shop, at the version it saw; others who want to change it wait until this transaction ends. */
    Contribution toRevise(UUID id, String ifMatch) {
        Contribution found = find(id, contributions::findForUpdate);
        if (!access.get().roles().containsKey(found.shop())) {
            throw HttpProblem.FORBIDDEN.because();
        }
        access.get().requireRole(found.shop(), OFFERERS);
        IfMatch.require(ifMatch, found.version());
        return found;
    }

    /** For the central group in one of these roles; else as {@link #toRevise}. */
    Contribution toHandle(UUID id, String ifMatch, CentralRole... allowed) {
        Contribution found = find(id, contributions::findForUpdate);
        access.get().requireCentral(allowed);
        IfMatch.require(ifMatch, found.version());
        return found;
    }

    private Contribution find(UUID id, Function<UUID, Optional<Contribution>> how) {
        Access caller = enter();
        Contribution found = how.apply(id)
                .filter(one -> caller.inCentral() || caller.shops().contains(one.shop()))
                .orElseThrow(HttpProblem.NOT_FOUND::because);
        if (!caller.inCentral()) {
            caller.requireRole(found.shop(), ShopRole.values());
        }
        return found;
    }

    private Access enter() {
        Access caller = access.enter();
        if (caller.inCentral()) {
            rowSecurity.enterAll();
        }
        return caller;
    }
}
