package nl.etalage.gateway.usage;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Tells shops-service now and then how integrations fare. One report at a time; one that doesn't arrive is not sent
 * again, for the next call of the same machine says as much.
 */
@ApplicationScoped
class ReportUse {

    private static final Logger LOG = Logger.getLogger(ReportUse.class);

    /** As many as shops-service takes at once. */
    private static final int BATCH = 1000;

    private final IntegrationUse use;
    private final ShopsService shops;
    private final OidcClient client;
    private final Vertx vertx;
    private final TokensHelper tokens = new TokensHelper();
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;

    ReportUse(IntegrationUse use, @RestClient ShopsService shops, OidcClient client, Vertx vertx) {
        this.use = use;
        this.shops = shops;
        this.client = client;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event, UsageSettings settings) {
        timer = vertx.setPeriodic(settings.reportEvery().toMillis(), rang -> report());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void report() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        List<UseReport.Item> items = use.take(BATCH);
        if (items.isEmpty()) {
            busy.set(false);
            return;
        }
        tokens.getTokens(client)
                .flatMap(token -> shops.report("Bearer " + token.getAccessToken(), new UseReport(items)))
                .onTermination()
                .invoke(() -> busy.set(false))
                .subscribe()
                .with(
                        done -> LOG.debugf("Told how %d integrations fare", items.size()),
                        failure -> LOG.infof("How integrations fare could not be told: %s", failure.getMessage()));
    }
}
