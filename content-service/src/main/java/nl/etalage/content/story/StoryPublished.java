package nl.etalage.content.story;

import java.time.Instant;
import java.util.UUID;

/**
 * A revision went live, in the transaction that is running.
 *
 * @param correction whether it replaces an earlier one
 */
public record StoryPublished(UUID story, int revision, StoryContent content, boolean correction, Instant at) {}
