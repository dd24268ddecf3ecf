package nl.etalage.shops.integration;

import nl.etalage.shops.access.Scope;
import nl.etalage.shops.validation.Findings;

/** What a binding must hold to. */
final class IntegrationRules {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_IDENTITY = 255;

    private IntegrationRules() {}

    static void check(IntegrationDocument integration, Findings findings) {
        findings.requiredLine("/issuer", integration.issuer(), LONGEST_IDENTITY);
        findings.requiredLine("/clientId", integration.clientId(), LONGEST_IDENTITY);
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
