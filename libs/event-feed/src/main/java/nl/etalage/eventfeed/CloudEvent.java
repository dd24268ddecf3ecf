package nl.etalage.eventfeed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event on the wire: the structured JSON form of <a href="https://cloudevents.io">CloudEvents 1.0</a>, as
 * <a href="https://www.http-feeds.org">http-feeds</a> uses it.
 *
 * @param id     the position in the feed as decimal text
 * @param source whose feed it is, such as {@code /example-service}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant time,
        String datacontenttype,
        JsonNode data) {

    /** Media type of a list of these. */
    public static final String BATCH = "application/cloudevents-batch+json";

    private static final String SPEC_VERSION = "1.0";

    /** The wire form of an event of the feed of {@code source}. */
    public static CloudEvent of(String source, FeedEvent event) {
        return new CloudEvent(
                SPEC_VERSION,
                Long.toString(event.position()),
                source,
                event.type(),
                event.subject(),
                event.time(),
                "application/json",
                event.data());
    }

    /**
     * The event as its feed holds it.
     *
     * @throws IllegalArgumentException when an attribute is missing or the id isn't a position
     */
    public FeedEvent toFeedEvent() {
        if (!SPEC_VERSION.equals(specversion) || type == null || subject == null || time == null || data == null) {
            throw new IllegalArgumentException("An event without all of specversion 1.0, type, subject, time and data");
        }
        return new FeedEvent(InvalidFeedRequestException.requirePosition(id), type, subject, time, data);
    }
}
