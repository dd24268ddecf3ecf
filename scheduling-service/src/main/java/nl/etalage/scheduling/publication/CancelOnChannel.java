package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.channel.ChannelDisconnected;

/** What was planned on a channel that is gone can't go out, and says so at once. */
@ApplicationScoped
class CancelOnChannel {

    private static final int BATCH = 200;

    private final PublicationRepository publications;
    private final PublicationChanges changes;
    private final Clock clock;

    CancelOnChannel(PublicationRepository publications, PublicationChanges changes, Clock clock) {
        this.publications = publications;
        this.changes = changes;
        this.clock = clock;
    }

    void cancelAll(@Observes ChannelDisconnected gone) {
        List<Publication> batch;
        do {
            batch = publications.planned(gone.channel(), BATCH);
            for (Publication publication : batch) {
                publication.cancel(Remark.of("channel-disconnected"), clock.instant());
                changes.made(publication, "cancelled");
            }
        } while (batch.size() == BATCH);
    }
}
