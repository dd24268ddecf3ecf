package nl.etalage.shops.integration;

import static nl.etalage.shops.ShopsProblem.CLIENT_ALREADY_BOUND;
import static nl.etalage.shops.ShopsProblem.SHOP_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.validation.Findings;

/** Binds an existing client to a shop. */
@ApplicationScoped
public class BindClient {

    private final IntegrationRepository integrations;
    private final IntegrationDefaults defaults;
    private final IntegrationJournal journal;
    private final Constraints constraints;
    private final Clock clock;

    BindClient(
            IntegrationRepository integrations,
            IntegrationDefaults defaults,
            IntegrationJournal journal,
            Constraints constraints,
            Clock clock) {
        this.integrations = integrations;
        this.defaults = defaults;
        this.journal = journal;
        this.constraints = constraints;
        this.clock = clock;
    }

    /**
     * The integration as made.
     *
     * @throws nl.etalage.problem.ProblemException 404 when there is no such shop, 422 when something is wrong, 409
     *     when the client is bound, to this shop or another
     */
    IntegrationDocument bind(String shop, IntegrationDocument given) {
        Findings findings = new Findings();
        IntegrationRules.checkGiven(shop, Findings.body(given), findings);
        IntegrationDocument description = defaults.complete(shop, given);
        IntegrationRules.check(description, findings);
        findings.throwIfAny();
        Integration integration = new Integration(description.id(), description, clock.instant());
        integration.bind(description.clientId(), clock.instant());
        integrations.persist(integration);
        constraints.flush(Map.of(
                "integration_client_bound_once",
                () -> CLIENT_ALREADY_BOUND.at("/clientId"),
                "integration_shop_fkey",
                SHOP_NOT_FOUND::because));
        IntegrationDocument made = integration.document();
        journal.added(made, integration.clients());
        return made;
    }
}
