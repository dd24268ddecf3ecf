package nl.etalage.shops.joining;

import java.util.List;
import nl.etalage.shops.shop.OpeningTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shop's answer.
 *
 * @param name how the shop is called, when ours was wrong; only with yes
 * @param openingHours the whole week, when ours were wrong; only with yes
 */
@Schema(
        name = "JoiningAnswer",
        requiredProperties = {"answer"})
public record JoiningAnswer(
        Answer answer,
        @Schema(nullable = true, maxLength = 100) String name,
        @Schema(nullable = true) List<OpeningTime> openingHours) {}
