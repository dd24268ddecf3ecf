package nl.etalage.shops.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.etalage.shops.access.Scope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An integration as it goes over the wire, in both directions: a machine that works for a shop.
 *
 * @param shop slug, given by the path
 * @param issuer where the client is registered; the network's own when left out, never changes
 * @param clientId the machine's client id there: one that exists, or left out to have one made; changes by rotation only
 * @param name what people call it
 * @param scopes what the binding allows; the client's token must grant it too
 * @param until last day, included, in the shop's zone; null when open
 * @param state active when left out
 * @param clients all its clients, the newest last; more than one while the secret is being replaced
 * @param clientSecret only in the answer that made the client, and nowhere else ever
 * @param version counts changes, from 0
 */
@Schema(
        name = "Integration",
        requiredProperties = {"name", "scopes"})
public record IntegrationDocument(
        @Schema(readOnly = true) UUID id,
        @Schema(readOnly = true) String shop,
        @Schema(maxLength = IntegrationRules.LONGEST_IDENTITY) String issuer,
        @Schema(maxLength = IntegrationRules.LONGEST_IDENTITY, examples = "webshop-zeist") String clientId,
        @Schema(maxLength = IntegrationRules.LONGEST_NAME, examples = "Webshop") String name,
        List<Scope> scopes,
        @Schema(nullable = true) LocalDate until,
        @Schema(defaultValue = "active") IntegrationState state,
        @Schema(readOnly = true) List<Client> clients,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(readOnly = true) String clientSecret,
        @Schema(readOnly = true) Long version) {

    /** Whoever leaves out the scopes allows nothing. */
    public IntegrationDocument {
        scopes = scopes == null ? List.of() : scopes;
        clients = clients == null ? List.of() : clients;
    }

    /**
     * A client of the integration.
     *
     * @param endsAt from when it no longer works; null while no end is known
     */
    @Schema(name = "IntegrationClient", readOnly = true)
    public record Client(String clientId, Instant madeAt, @Schema(nullable = true) Instant endsAt) {}

    /** The same, for its maker's eyes only. */
    IntegrationDocument withSecret(String secret) {
        return new IntegrationDocument(
                id, shop, issuer, clientId, name, scopes, until, state, clients, secret, version);
    }

    /** Without the secret: it must not end in a log. */
    @Override
    public String toString() {
        return "integration " + id;
    }
}
