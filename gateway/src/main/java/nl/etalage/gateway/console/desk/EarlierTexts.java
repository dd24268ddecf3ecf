package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Reads what a shop sent before. A page goes on without it when that can't be had. */
@RequestScoped
class EarlierTexts {

    private static final Logger LOG = Logger.getLogger(EarlierTexts.class);

    private final Desk desk;
    private final ContributionClient contributions;

    EarlierTexts(Desk desk, @RestClient ContributionClient contributions) {
        this.desk = desk;
        this.contributions = contributions;
    }

    /** Newest first. */
    Uni<List<EarlierText>> of(String bearer, Offered one) {
        return contributions
                .texts(bearer, java.util.UUID.fromString(one.id()))
                .map(found -> EarlierText.of(found, desk.locale()))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.infof("A page goes without what a shop sent before: %s", failure.getMessage());
                    return List.of();
                });
    }
}
