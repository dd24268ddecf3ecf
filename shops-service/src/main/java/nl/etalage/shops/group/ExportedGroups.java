package nl.etalage.shops.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** The groups a shop is in, in its export. */
@ApplicationScoped
class ExportedGroups implements Exported {

    private final GroupRepository groups;

    ExportedGroups(GroupRepository groups) {
        this.groups = groups;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.GROUP;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return groups.ofShop(shop, after == null ? "" : after, limit).stream()
                .map(group -> ExportItem.of(kind(), group.slug(), group.document()))
                .toList();
    }
}
