package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** How many stories of shops wait for the central group. No page waits long for that, or fails over it. */
@ApplicationScoped
class WaitingOffers {

    private static final Logger LOG = Logger.getLogger(WaitingOffers.class);

    private static final String WAITING = "offered";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ContributionClient contributions;

    WaitingOffers(@RestClient ContributionClient contributions) {
        this.contributions = contributions;
    }

    /** In figures, exact up to 99; empty for none, and where it can't be had. */
    Uni<String> waiting(String bearer) {
        return contributions
                .count(bearer, WAITING)
                .map(ContributionClient.Count::shown)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.infof("A page of the desk goes without the number of offers: %s", failure.getMessage());
                    return "";
                });
    }
}
