package nl.etalage.shops.integration;

import static nl.etalage.shops.ShopsProblem.SHOP_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import nl.etalage.shops.keycloak.KeycloakClients;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.validation.Findings;

/** Makes an integration with a client of its own at the network's provider. */
@ApplicationScoped
public class AddIntegration {

    private final IntegrationRepository integrations;
    private final IntegrationDefaults defaults;
    private final MakeClient makeClient;
    private final KeycloakClients keycloak;
    private final IntegrationJournal journal;
    private final Constraints constraints;
    private final Clock clock;

    AddIntegration(
            IntegrationRepository integrations,
            IntegrationDefaults defaults,
            MakeClient makeClient,
            KeycloakClients keycloak,
            IntegrationJournal journal,
            Constraints constraints,
            Clock clock) {
        this.integrations = integrations;
        this.defaults = defaults;
        this.makeClient = makeClient;
        this.keycloak = keycloak;
        this.journal = journal;
        this.constraints = constraints;
        this.clock = clock;
    }

    /**
     * The integration as made, without the secret.
     *
     * @throws nl.etalage.problem.ProblemException 404 when there is no such shop, 422 when something is wrong, 503 when
     *     the provider is away; then nothing was made
     */
    IntegrationDocument add(String shop, IntegrationDocument given) {
        Findings findings = new Findings();
        IntegrationRules.checkGiven(shop, given, findings);
        findings.unchanged("/issuer", null, given.issuer());
        IntegrationDocument description = defaults.complete(shop, given);
        IntegrationRules.check(description, findings);
        if (!keycloak.available()) {
            findings.required("/clientId", null);
        }
        findings.throwIfAny();
        Integration integration = new Integration(description.id(), description, clock.instant());
        integrations.persist(integration);
        // Before the provider is asked, so that nothing has to be undone there when the shop isn't.
        constraints.flush(Map.of("integration_shop_fkey", SHOP_NOT_FOUND::because));
        makeClient.make(integration, integration.id());
        constraints.flush();
        IntegrationDocument made = integration.document();
        journal.added(made, integration.clients());
        return made;
    }
}
