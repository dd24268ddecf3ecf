package nl.etalage.shops.assortment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** What a shop sells in its export. */
@ApplicationScoped
class ExportedAssortment implements Exported {

    private final AssortmentTable table;

    ExportedAssortment(AssortmentTable table) {
        this.table = table;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.ASSORTMENT;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return table.list(shop, after == null ? "" : after, limit).stream()
                .map(kept -> ExportItem.of(kind(), kept.key(), kept.item()))
                .toList();
    }
}
