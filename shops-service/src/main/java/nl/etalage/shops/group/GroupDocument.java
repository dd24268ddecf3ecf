package nl.etalage.shops.group;

import nl.etalage.shops.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A group as it goes over the wire, in both directions.
 *
 * @param slug id in URLs, never changes
 * @param version counts changes, from 0
 */
@Schema(
        name = "Group",
        requiredProperties = {"slug", "name"})
public record GroupDocument(
        @Schema(pattern = Slug.PATTERN, maxLength = Slug.LONGEST, examples = "regio-utrecht") String slug,
        @Schema(maxLength = 100, examples = "Regio Utrecht") String name,
        @Schema(readOnly = true) Long version) {}
