package nl.etalage.shops.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;

/** Ends the binding of a client, which may then be bound anew. */
@ApplicationScoped
public class ReleaseClient {

    private final IntegrationRepository integrations;
    private final IntegrationJournal journal;

    ReleaseClient(IntegrationRepository integrations, IntegrationJournal journal) {
        this.integrations = integrations;
        this.journal = journal;
    }

    /**
     * Removes the integration.
     *
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version
     */
    void release(String shop, UUID id, String ifMatch) {
        Integration integration = integrations.requireForChange(shop, id);
        IfMatch.require(ifMatch, integration.version());
        integrations.delete(integration);
        integrations.flush();
        journal.removed(integration.document());
    }
}
