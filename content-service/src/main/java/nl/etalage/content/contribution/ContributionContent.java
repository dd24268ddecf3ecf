package nl.etalage.content.contribution;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that a shop is asked for.
 *
 * @param text the story in the shop's words, as CommonMark
 * @param asset a picture of the shop; null for none
 */
@Schema(name = "ContributionContent")
public record ContributionContent(
        @Schema(maxLength = 20_000, examples = "Onze vrijwilliger Mia verkoopt al dertig jaar koffie.") String text,
        @Schema(nullable = true) UUID asset) {}
