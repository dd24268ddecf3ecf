package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.scheduling.feed.PublicationChanged;

/** What follows every change by a person: it is written, told and accounted for, in one transaction. */
@ApplicationScoped
class PublicationChanges {

    private final PublicationRepository publications;
    private final EventFeed feed;
    private final AuditTrail audit;

    PublicationChanges(PublicationRepository publications, EventFeed feed, AuditTrail audit) {
        this.publications = publications;
        this.feed = feed;
        this.audit = audit;
    }

    /**
     * Writes and tells.
     *
     * @param action such as {@code approved}
     */
    void made(Publication publication, String action) {
        publications.persistAndFlush(publication);
        feed.append(
                PublicationChanged.FEED,
                new PublicationChanged(
                                publication.id(),
                                publication.shop(),
                                publication.snapshot().story(),
                                publication.state().word(),
                                publication.version())
                        .event());
        audit.record("publication." + action, publication.shop(), "publication/" + publication.id());
    }
}
