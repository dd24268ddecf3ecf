package nl.etalage.eventfeed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event as it stands in a feed.
 *
 * @param position place in the feed, from 1; a later event has a higher position, and compaction leaves holes
 * @param type     what happened
 * @param subject  what it happened to
 * @param time     when it happened, in microseconds
 * @param data     what else is known
 */
public record FeedEvent(long position, String type, String subject, Instant time, JsonNode data) {}
