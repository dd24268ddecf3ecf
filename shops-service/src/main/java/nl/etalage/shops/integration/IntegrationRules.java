package nl.etalage.shops.integration;

import java.util.List;
import nl.etalage.shops.access.Scope;
import nl.etalage.shops.validation.Findings;

/** What a binding must hold to. */
final class IntegrationRules {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_IDENTITY = 255;

    private IntegrationRules() {}

    /** What nobody says about a new integration but we. */
    static void checkGiven(String shop, IntegrationDocument given, Findings findings) {
        findings.unchanged("/id", null, given.id());
        findings.unchanged("/version", null, given.version());
        findings.unchanged("/clients", List.of(), given.clients());
        findings.unchanged("/clientSecret", null, given.clientSecret());
        if (given.shop() != null) {
            findings.unchanged("/shop", shop, given.shop());
        }
    }

    static void check(IntegrationDocument integration, Findings findings) {
        findings.requiredLine("/issuer", integration.issuer(), LONGEST_IDENTITY);
        findings.line("/clientId", integration.clientId(), LONGEST_IDENTITY);
        findings.requiredLine("/name", integration.name(), LONGEST_NAME);
        findings.required("/state", integration.state());
        findings.day("/until", integration.until());
        if (integration.scopes().isEmpty()) {
            findings.add("/scopes", "required");
        } else if (integration.scopes().size() > Scope.values().length) {
            findings.add("/scopes", "too-many", Scope.values().length);
        } else {
            for (int index = 0; index < integration.scopes().size(); index++) {
                findings.required("/scopes/" + index, integration.scopes().get(index));
            }
        }
    }
}
