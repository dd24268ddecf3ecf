package nl.etalage.shops.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.ops.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is usual when the description of a new integration leaves it open. */
@ApplicationScoped
class IntegrationDefaults {

    private final Ids ids;
    private final String issuer;

    IntegrationDefaults(Ids ids, @ConfigProperty(name = "etalage.issuer") String issuer) {
        this.ids = ids;
        this.issuer = issuer;
    }

    /** The same description with a new id, the shop, the network's issuer and the state active where they miss. */
    IntegrationDocument complete(String shop, IntegrationDocument given) {
        return new IntegrationDocument(
                ids.next(),
                shop,
                given.issuer() == null ? issuer : given.issuer(),
                given.clientId(),
                given.name(),
                given.scopes(),
                given.until(),
                given.state() == null ? IntegrationState.ACTIVE : given.state(),
                List.of(),
                null,
                null);
    }
}
