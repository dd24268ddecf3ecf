package nl.etalage.shops.shop;

import java.util.List;
import java.util.Map;
import nl.etalage.eventfeed.NewEvent;

/** What others hear about a shop. */
final class ShopEvents {

    private ShopEvents() {}

    private record Changed(
            String slug,
            ShopKind kind,
            ShopState state,
            String timeZone,
            String locale,
            List<String> groups,
            boolean sandbox,
            long version) {}

    static NewEvent changed(ShopDocument shop) {
        return new NewEvent(
                "nl.etalage.shops.shop.changed.v1",
                "shop/" + shop.slug(),
                new Changed(
                        shop.slug(),
                        shop.kind(),
                        shop.state(),
                        shop.timeZone(),
                        shop.locale(),
                        shop.groups(),
                        shop.sandbox(),
                        shop.version()));
    }

    /** Which merge fields exist may have changed. */
    static NewEvent mergeFieldsChanged() {
        return new NewEvent("nl.etalage.shops.merge-fields.changed.v1", "merge-fields", Map.of());
    }
}
