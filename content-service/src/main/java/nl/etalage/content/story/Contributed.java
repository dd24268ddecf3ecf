package nl.etalage.content.story;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a story came from that a shop offered.
 *
 * @param id of the contribution
 * @param shop slug of the shop that offered it
 */
@Schema(name = "StoryContributed")
public record Contributed(UUID id, @Schema(examples = "zeist") String shop) {}
