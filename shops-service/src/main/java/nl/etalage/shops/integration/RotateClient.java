package nl.etalage.shops.integration;

import static nl.etalage.shops.ShopsProblem.CLIENT_MADE_ELSEWHERE;
import static nl.etalage.shops.ShopsProblem.TOO_MANY_CLIENTS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.ops.Ids;
import nl.etalage.shops.validation.Findings;

/**
 * Gives an integration a new client with a new secret. The old one goes on working until a chosen moment, so that
 * whoever runs the machine can change over without haste.
 */
@ApplicationScoped
public class RotateClient {

    /** Time enough to change over on the next working day. */
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);
    private static final int MOST_AT_A_TIME = 3;

    private final IntegrationRepository integrations;
    private final MakeClient makeClient;
    private final IntegrationJournal journal;
    private final Constraints constraints;
    private final Ids ids;
    private final Clock clock;

    RotateClient(
            IntegrationRepository integrations,
            MakeClient makeClient,
            IntegrationJournal journal,
            Constraints constraints,
            Ids ids,
            Clock clock) {
        this.integrations = integrations;
        this.makeClient = makeClient;
        this.journal = journal;
        this.constraints = constraints;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The integration with its new client, without the secret.
     *
     * @param rotation null for the usual overlap of a day
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version; 409 when the client was made elsewhere
     *     or three work already; 422 for the moment; 503 when the provider is away; then nothing changed
     */
    IntegrationDocument rotate(String shop, UUID id, String ifMatch, Rotation rotation) {
        Integration integration = integrations.requireForChange(shop, id);
        IfMatch.require(ifMatch, integration.version());
        Instant now = clock.instant();
        Instant end = end(rotation, now);
        if (!integration.madeHere()) {
            throw CLIENT_MADE_ELSEWHERE.because();
        }
        if (integration.clients().stream()
                        .filter(client -> !client.endedAt(now))
                        .count()
                >= MOST_AT_A_TIME) {
            throw TOO_MANY_CLIENTS.because(MOST_AT_A_TIME);
        }
        integration.endClientsAt(end, now);
        makeClient.make(integration, ids.next());
        constraints.flush();
        IntegrationDocument made = integration.document();
        journal.rotated(made, integration.clients().get(integration.clients().size() - 1));
        return made;
    }

    private static Instant end(Rotation rotation, Instant now) {
        if (rotation == null || rotation.oldEndsAt() == null) {
            return now.plus(USUAL_OVERLAP);
        }
        Findings findings = new Findings();
        if (rotation.oldEndsAt().isAfter(now.plus(LONGEST_OVERLAP))) {
            findings.add("/oldEndsAt", "too-late", LONGEST_OVERLAP.toDays());
        }
        findings.throwIfAny();
        return rotation.oldEndsAt().isBefore(now) ? now : rotation.oldEndsAt();
    }
}
