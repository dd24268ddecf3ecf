package nl.etalage.shops.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;
import nl.etalage.shops.access.Scope;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.feed.ShopsFeed;

/** Tells the audit trail and the other services what happened to an integration. */
@ApplicationScoped
class IntegrationJournal {

    /** The state in the last event about an integration. */
    private static final String REMOVED = "removed";

    private final AuditTrail audit;
    private final EventFeed feed;

    IntegrationJournal(AuditTrail audit, EventFeed feed) {
        this.audit = audit;
        this.feed = feed;
    }

    private record Changed(
            UUID id,
            String shop,
            String issuer,
            String clientId,
            List<Scope> scopes,
            String state,
            LocalDate until,
            long version) {}

    void added(IntegrationDocument integration) {
        audit.record("integration.added", integration.shop(), subject(integration), List.of());
        announce(integration, integration.state().word());
    }

    void changed(IntegrationDocument before, IntegrationDocument after) {
        audit.record("integration.changed", after.shop(), subject(after), Changes.between(before, after));
        announce(after, after.state().word());
    }

    void removed(IntegrationDocument integration) {
        audit.record("integration.removed", integration.shop(), subject(integration), List.of());
        announce(integration, REMOVED);
    }

    private void announce(IntegrationDocument integration, String state) {
        Changed data = new Changed(
                integration.id(),
                integration.shop(),
                integration.issuer(),
                integration.clientId(),
                integration.scopes(),
                state,
                integration.until(),
                integration.version());
        feed.append(
                ShopsFeed.NAME, new NewEvent("nl.etalage.shops.integration.changed.v1", subject(integration), data));
    }

    private static String subject(IntegrationDocument integration) {
        return "integration/" + integration.id();
    }
}
