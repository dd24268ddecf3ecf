package nl.etalage.shops.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.access.Reach;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** The shop itself in its export. */
@ApplicationScoped
class ExportedShop implements Exported {

    private final ShopRepository shops;

    ExportedShop(ShopRepository shops) {
        this.shops = shops;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.SHOP;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        ShopDocument document = shops.require(shop, Reach.EVERYWHERE).document();
        return after == null ? List.of(ExportItem.of(kind(), shop, document)) : List.of();
    }
}
