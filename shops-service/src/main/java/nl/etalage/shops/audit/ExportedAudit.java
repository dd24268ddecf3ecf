package nl.etalage.shops.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.audittrail.AuditTable;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** The trail of a shop in its export, newest first: what is added meanwhile comes before the beginning. */
@ApplicationScoped
class ExportedAudit implements Exported {

    private final AuditTable table;

    ExportedAudit(AuditTable table) {
        this.table = table;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.AUDIT;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        UUID before = after == null ? null : UUID.fromString(after);
        return table.read(false, Set.of(shop), shop, before, limit).stream()
                .map(line -> ExportItem.of(kind(), line.id(), line))
                .toList();
    }
}
