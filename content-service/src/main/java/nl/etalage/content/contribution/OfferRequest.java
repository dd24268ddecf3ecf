package nl.etalage.content.contribution;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A story that a shop offers.
 *
 * @param shop slug of the shop whose story it is
 * @param text the story in the shop's words, as CommonMark
 * @param asset a picture of the shop; null for none
 */
@Schema(name = "OfferRequest")
public record OfferRequest(
        @Schema(examples = "zeist") String shop,
        @Schema(maxLength = 20_000, examples = "Onze vrijwilliger Mia verkoopt al dertig jaar koffie.") String text,
        @Schema(nullable = true) UUID asset) {

    ContributionContent content() {
        return new ContributionContent(text, asset);
    }
}
