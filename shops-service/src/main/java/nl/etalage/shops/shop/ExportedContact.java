package nl.etalage.shops.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** How a shop is reached, in its export. */
@ApplicationScoped
class ExportedContact implements Exported {

    private final ContactBook contacts;

    ExportedContact(ContactBook contacts) {
        this.contacts = contacts;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CONTACT;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return after == null ? List.of(ExportItem.of(kind(), shop, contacts.of(shop))) : List.of();
    }
}
