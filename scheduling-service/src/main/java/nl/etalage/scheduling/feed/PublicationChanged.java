package nl.etalage.scheduling.feed;

import java.util.UUID;
import nl.etalage.eventfeed.NewEvent;

/** What our feed tells about a publication. */
public record PublicationChanged(UUID publication, String shop, UUID story, String state, long version) {

    /** The feed's name. */
    public static final String FEED = "scheduling";

    private static final String TYPE = "nl.etalage.scheduling.publication.changed.v1";

    /** As an event of the feed. */
    public NewEvent event() {
        return new NewEvent(TYPE, "publication/" + publication, this);
    }
}
