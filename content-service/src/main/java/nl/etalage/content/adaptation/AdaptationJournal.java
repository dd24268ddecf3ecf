package nl.etalage.content.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;

/** Tells whoever builds on an adaptation that it changed: the shop's library, services, and the audit. */
@ApplicationScoped
class AdaptationJournal {

    private final AdaptationRepository adaptations;
    private final EventFeed feed;
    private final AuditTrail audit;

    AdaptationJournal(AdaptationRepository adaptations, EventFeed feed, AuditTrail audit) {
        this.adaptations = adaptations;
        this.feed = feed;
        this.audit = audit;
    }

    /**
     * Notes a change.
     *
     * @param what for the audit, such as {@code adaptation.edited}
     */
    void changed(Adaptation adaptation, String what) {
        adaptations.flush();
        adaptations.touchLibrary(adaptation);
        audit.record(what, adaptation.shop(), "adaptation/" + adaptation.id());
        Map<String, Object> data = Map.of(
                "adaptation", adaptation.id(),
                "shop", adaptation.shop(),
                "story", adaptation.story().id(),
                "revision", adaptation.revision(),
                "state", adaptation.state().word(),
                "version", adaptation.version());
        feed.append(
                "work",
                new NewEvent("nl.etalage.content.adaptation.changed.v1", "adaptation/" + adaptation.id(), data));
    }
}
