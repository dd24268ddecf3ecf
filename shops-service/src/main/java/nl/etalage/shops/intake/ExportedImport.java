package nl.etalage.shops.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** What the central group's last table said of a shop, in its export. */
@ApplicationScoped
class ExportedImport implements Exported {

    private final ImportedShops imported;

    ExportedImport(ImportedShops imported) {
        this.imported = imported;
    }

    /** The cells of its row; null for an empty one. */
    private record Said(String name, String town, String website, String mailbox, String contact, String telephone) {

        static Said of(ShopRow row) {
            return new Said(row.name(), row.town(), row.website(), row.mailbox(), row.contact(), row.telephone());
        }
    }

    @Override
    public ExportKind kind() {
        return ExportKind.IMPORT;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        if (after != null) {
            return List.of();
        }
        return imported.findByIdOptional(shop).stream()
                .map(row -> ExportItem.of(kind(), shop, Said.of(row.said())))
                .toList();
    }
}
