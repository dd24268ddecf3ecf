package nl.etalage.shops.assortment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.etalage.conditionalupdate.EntityTag;

/** A dry run does all the work and takes it back, so that its report says exactly what would happen. */
@ApplicationScoped
class DryRun {

    private final TransactionManager transactions;

    DryRun(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** The report of what was done; when it was dry, the transaction will undo it. */
    Response answer(boolean dry, AssortmentTaken taken, List<String> ignoredColumns) {
        AssortmentReport report = AssortmentReport.of(dry, taken, ignoredColumns);
        if (dry) {
            takeBack();
        }
        return Response.ok(report)
                .header(HttpHeaders.ETAG, EntityTag.of(report.version()))
                .build();
    }

    private void takeBack() {
        try {
            if (transactions.getStatus() == Status.STATUS_ACTIVE) {
                transactions.setRollbackOnly();
            }
        } catch (SystemException broken) {
            throw new IllegalStateException("The transaction can't be taken back", broken);
        }
    }
}
