package nl.etalage.content.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;

/** Tells services and the audit what became of a contribution. */
@ApplicationScoped
class ContributionJournal {

    private final ContributionRepository contributions;
    private final EventFeed feed;
    private final AuditTrail audit;

    ContributionJournal(ContributionRepository contributions, EventFeed feed, AuditTrail audit) {
        this.contributions = contributions;
        this.feed = feed;
        this.audit = audit;
    }

    /**
     * Notes a change.
     *
     * @param what for the audit, such as {@code contribution.taken}
     */
    void changed(Contribution contribution, String what) {
        contributions.flush();
        String subject = "contribution/" + contribution.id();
        audit.record(what, contribution.shop(), subject);
        Map<String, Object> data = new HashMap<>(Map.of(
                "contribution", contribution.id(),
                "shop", contribution.shop(),
                "state", contribution.state().word(),
                "version", contribution.version()));
        if (contribution.story() != null) {
            data.put("story", contribution.story());
        }
        feed.append("work", new NewEvent("nl.etalage.content.contribution.changed.v1", subject, data));
    }
}
