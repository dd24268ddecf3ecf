package nl.etalage.shops.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.shops.answer.Patch;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.validation.Findings;

/** Changes what a machine may do for its shop, or until when, or lets it pause. */
@ApplicationScoped
public class ChangeIntegration {

    private final IntegrationRepository integrations;
    private final Patch patches;
    private final IntegrationJournal journal;

    ChangeIntegration(IntegrationRepository integrations, Patch patches, IntegrationJournal journal) {
        this.integrations = integrations;
        this.patches = patches;
        this.journal = journal;
    }

    /**
     * The integration after the patch. A patch that changes nothing leaves the version as it was.
     *
     * @throws JsonProcessingException when the patch has an unknown field or a wrong type
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version, 422 for the content
     */
    IntegrationDocument change(String shop, UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Integration integration = integrations.requireForChange(shop, id);
        IfMatch.require(ifMatch, integration.version());
        IntegrationDocument before = integration.document();
        IntegrationDocument after = patches.apply(before, patch, IntegrationDocument.class);
        check(before, after);
        if (Changes.between(before, after).isEmpty()) {
            return before;
        }
        integration.describe(after);
        integrations.flush();
        IntegrationDocument made = integration.document();
        journal.changed(before, made, integration.clients());
        return made;
    }

    private static void check(IntegrationDocument before, IntegrationDocument after) {
        Findings findings = new Findings();
        findings.unchanged("/id", before.id(), after.id());
        findings.unchanged("/shop", before.shop(), after.shop());
        findings.unchanged("/issuer", before.issuer(), after.issuer());
        findings.unchanged("/clientId", before.clientId(), after.clientId());
        findings.unchanged("/clients", before.clients(), after.clients());
        findings.unchanged("/clientSecret", null, after.clientSecret());
        findings.unchanged("/version", before.version(), after.version());
        IntegrationRules.check(after, findings);
        findings.throwIfAny();
    }
}
