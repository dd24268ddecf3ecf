package nl.etalage.shops.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.etalage.shops.access.NetworkConfig;
import nl.etalage.shops.shop.OpeningTime;
import nl.etalage.shops.shop.ShopDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the holder of a link sees of the question.
 *
 * @param network who asks
 * @param questions mail address where a shop can ask something first, or null
 * @param shop name of the shop
 * @param openingHours as far as we know them, in the shop's own time
 * @param locale language of the shop, a BCP 47 tag
 * @param answer what the shop said so far, or null
 * @param settled whether a manager of the shop decides from here on, and no link any more
 * @param expires when this question ends
 */
@Schema(name = "Joining")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record JoiningView(
        String network,
        @Schema(nullable = true) String questions,
        String shop,
        @Schema(nullable = true) String town,
        @Schema(nullable = true) String website,
        List<OpeningTime> openingHours,
        String locale,
        @Schema(nullable = true) Answer answer,
        boolean settled,
        @Schema(nullable = true) Instant expires) {

    static JoiningView of(Joining joining, ShopDocument shop, boolean settled, NetworkConfig network) {
        return new JoiningView(
                network.name(),
                network.questions().orElse(null),
                shop.name(),
                shop.town(),
                shop.website(),
                shop.openingHours(),
                shop.locale(),
                switch (joining.state()) {
                    case YES -> Answer.YES;
                    case LATER -> Answer.LATER;
                    case NO -> Answer.NO;
                    default -> null;
                },
                settled,
                joining.expiresAt());
    }
}
