package nl.etalage.shops.integration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.etalage.shops.access.Scope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An integration as it goes over the wire, in both directions: the binding of an existing client to a shop.
 *
 * @param shop slug, given by the path
 * @param issuer where the client is registered; the network's own when left out, never changes
 * @param clientId the machine's client id there, never changes
 * @param name what people call it
 * @param scopes what the binding allows; the client's token must grant it too
 * @param until last day, included, in the shop's zone; null when open
 * @param state active when left out
 * @param version counts changes, from 0
 */
@Schema(
        name = "Integration",
        requiredProperties = {"clientId", "name", "scopes"})
public record IntegrationDocument(
        @Schema(readOnly = true) UUID id,
        @Schema(readOnly = true) String shop,
        @Schema(maxLength = IntegrationRules.LONGEST_IDENTITY) String issuer,
        @Schema(maxLength = IntegrationRules.LONGEST_IDENTITY, examples = "webshop-zeist") String clientId,
        @Schema(maxLength = IntegrationRules.LONGEST_NAME, examples = "Webshop") String name,
        List<Scope> scopes,
        @Schema(nullable = true) LocalDate until,
        @Schema(defaultValue = "active") IntegrationState state,
        @Schema(readOnly = true) Long version) {

    /** Whoever leaves out the scopes allows nothing. */
    public IntegrationDocument {
        scopes = scopes == null ? List.of() : scopes;
    }
}
