package nl.etalage.shops.export;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.paging.Chapters;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;

/** Hands out everything of one shop, kind by kind, and writes down that somebody took it. */
@ApplicationScoped
class ExportShop {

    private final List<Exported> kinds;
    private final AuditTrail audit;

    ExportShop(@All List<Exported> kinds, AuditTrail audit) {
        this.kinds = kinds.stream().sorted(Comparator.comparing(Exported::kind)).toList();
        this.audit = audit;
    }

    /**
     * One page of it.
     *
     * @throws nl.etalage.problem.ProblemException 404 when there is no such shop, 400 or 422 when no such page can be
     */
    Page<ExportItem> page(String shop, Integer limit, String pageToken) {
        PageRequest request = PageRequest.of(limit, pageToken, "export of " + shop);
        Chapters<ExportItem> chapters = new Chapters<>(ExportItem::id);
        kinds.forEach(kind -> chapters.then(kind.kind().word(), (after, most) -> kind.read(shop, after, most)));
        Page<ExportItem> page = chapters.page(request);
        if (request.first()) {
            audit.record("shop.exported", shop, "shop/" + shop);
        }
        return page;
    }
}
