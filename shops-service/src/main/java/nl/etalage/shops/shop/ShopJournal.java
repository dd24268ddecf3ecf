package nl.etalage.shops.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.feed.ShopsFeed;

/** Tells the audit trail and the other services what happened to a shop, in the transaction in which it happens. */
@ApplicationScoped
class ShopJournal {

    private final AuditTrail audit;
    private final EventFeed feed;

    ShopJournal(AuditTrail audit, EventFeed feed) {
        this.audit = audit;
        this.feed = feed;
    }

    void created(ShopDocument shop) {
        audit.record("shop.created", shop.slug(), subject(shop), List.of());
        feed.append(ShopsFeed.NAME, ShopEvents.changed(shop));
        if (!shop.profiles().isEmpty() || !shop.fields().isEmpty()) {
            feed.append(ShopsFeed.NAME, ShopEvents.mergeFieldsChanged());
        }
    }

    void changed(ShopDocument before, ShopDocument after) {
        audit.record("shop.changed", after.slug(), subject(after), Changes.between(before, after));
        feed.append(ShopsFeed.NAME, ShopEvents.changed(after));
        boolean sameNames = before.profiles().keySet().equals(after.profiles().keySet())
                && before.fields().keySet().equals(after.fields().keySet());
        if (!sameNames) {
            feed.append(ShopsFeed.NAME, ShopEvents.mergeFieldsChanged());
        }
    }

    private static String subject(ShopDocument shop) {
        return "shop/" + shop.slug();
    }
}
