package nl.etalage.shops.integration;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How one client of an integration fares. Counted at the gateway and told now and then, so it may be a minute late and
 * miss some calls.
 *
 * @param lastUsedAt null when it was never used
 * @param lastError the last call that was refused; null when there was none
 */
@Schema(name = "IntegrationUse")
public record IntegrationUse(
        String clientId, @Schema(nullable = true) Instant lastUsedAt, @Schema(nullable = true) Refusal lastError) {

    /**
     * A call that was refused.
     *
     * @param status 4xx or 5xx
     * @param problem type of the problem, as in docs/problems.md; null when it isn't known
     */
    @Schema(name = "IntegrationRefusal")
    public record Refusal(
            Instant at,
            @Schema(examples = "403") int status,
            @Schema(nullable = true, examples = "https://etalage.nl/problems/forbidden") String problem) {}
}
