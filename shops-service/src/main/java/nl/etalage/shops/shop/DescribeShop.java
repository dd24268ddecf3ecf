package nl.etalage.shops.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import nl.etalage.shops.access.Reach;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.validation.Findings;

/** Changes a shop for a reason of the network's own: an import, or an answer to an invitation. */
@ApplicationScoped
public class DescribeShop {

    private final ShopRepository shops;
    private final ShopJournal journal;

    DescribeShop(ShopRepository shops, ShopJournal journal) {
        this.shops = shops;
        this.journal = journal;
    }

    /** The shop as it is. */
    public ShopDocument read(String slug) {
        return shops.require(slug, Reach.EVERYWHERE).document();
    }

    /** The shop as it is, which nobody else changes until this transaction ends. */
    public ShopDocument hold(String slug) {
        return shops.requireForChange(slug, Reach.EVERYWHERE).document();
    }

    /**
     * The shop after the change. A change to the same leaves the version as it was.
     *
     * @throws nl.etalage.problem.ProblemException 422 when it breaks the rules of a shop's description
     */
    public ShopDocument describe(String slug, UnaryOperator<ShopDocument> change) {
        Shop shop = shops.requireForChange(slug, Reach.EVERYWHERE);
        ShopDocument before = shop.document();
        ShopDocument after = change.apply(before);
        Findings findings = new Findings();
        ShopRules.check(after, findings);
        findings.throwIfAny();
        if (Changes.between(before, after).isEmpty()) {
            return before;
        }
        shop.describe(after);
        shops.flush();
        ShopDocument made = shop.document();
        journal.changed(before, made);
        return made;
    }
}
