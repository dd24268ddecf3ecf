package nl.etalage.shops.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;

/** Ends an integration. A client that we made goes at the provider too; another may be bound anew. */
@ApplicationScoped
public class ReleaseClient {

    private final IntegrationRepository integrations;
    private final ClientRemovals removals;
    private final IntegrationJournal journal;
    private final Clock clock;

    ReleaseClient(
            IntegrationRepository integrations, ClientRemovals removals, IntegrationJournal journal, Clock clock) {
        this.integrations = integrations;
        this.removals = removals;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Removes the integration.
     *
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version
     */
    void release(String shop, UUID id, String ifMatch) {
        Integration integration = integrations.requireForChange(shop, id);
        IfMatch.require(ifMatch, integration.version());
        IntegrationDocument before = integration.document();
        List<IntegrationClient> clients = integration.clients();
        for (IntegrationClient client : clients) {
            if (client.madeHere()) {
                removals.due(client.id(), clock.instant());
            }
        }
        integrations.delete(integration);
        integrations.flush();
        journal.removed(before, clients);
    }
}
