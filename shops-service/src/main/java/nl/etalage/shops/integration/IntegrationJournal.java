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

    /** The others know a client as an integration of its own; {@code integration} says which belong together. */
    private record Changed(
            UUID id,
            UUID integration,
            String shop,
            String issuer,
            String clientId,
            List<Scope> scopes,
            String state,
            LocalDate until,
            long version) {}

    void added(IntegrationDocument integration, List<IntegrationClient> clients) {
        audit.record("integration.added", integration.shop(), subject(integration.id()), List.of());
        clients.forEach(
                client -> announce(integration, client, integration.state().word()));
    }

    void changed(IntegrationDocument before, IntegrationDocument after, List<IntegrationClient> clients) {
        audit.record("integration.changed", after.shop(), subject(after.id()), Changes.between(before, after));
        clients.forEach(client -> announce(after, client, after.state().word()));
    }

    void rotated(IntegrationDocument integration, IntegrationClient made) {
        audit.record("integration.rotated", integration.shop(), subject(integration.id()), List.of("clients"));
        announce(integration, made, integration.state().word());
    }

    void removed(IntegrationDocument integration, List<IntegrationClient> clients) {
        audit.record("integration.removed", integration.shop(), subject(integration.id()), List.of());
        clients.forEach(client -> announce(integration, client, REMOVED));
    }

    private void announce(IntegrationDocument integration, IntegrationClient client, String state) {
        Changed data = new Changed(
                client.id(),
                integration.id(),
                integration.shop(),
                integration.issuer(),
                client.clientId(),
                integration.scopes(),
                state,
                integration.until(),
                integration.version());
        feed.append(
                ShopsFeed.NAME, new NewEvent("nl.etalage.shops.integration.changed.v1", subject(client.id()), data));
    }

    private static String subject(UUID id) {
        return "integration/" + id;
    }
}
