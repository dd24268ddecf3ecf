package nl.etalage.content.contribution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the shop is told: what should be different, or why it won't be a story. At most 1,000 characters. */
@Schema(name = "ContributionNote")
public record ContributionNote(
        @Schema(maxLength = 1_000, examples = "Wil je erbij zetten hoe Mia bij jullie kwam?") String note) {}
