package nl.etalage.shops.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What earlier tables said of shops. */
@ApplicationScoped
class ImportedShops implements PanacheRepositoryBase<ImportedShop, String> {

    /** Any number; the lock of nothing else in this database has it. */
    private static final long IMPORT = 5_263_102L;

    /** Lets one import run at a time, so that two of the same table don't make each shop twice. */
    void oneAtATime() {
        getEntityManager()
                .createNativeQuery("SELECT CAST(pg_advisory_xact_lock(:key) AS text)", String.class)
                .setParameter("key", IMPORT)
                .getSingleResult();
    }

    List<String> known(String matchKey) {
        return find("matchKey", matchKey).stream().map(ImportedShop::shop).toList();
    }

    List<String> withMailbox(String mailbox) {
        return find("lower(mailbox) = lower(?1)", mailbox).page(0, 2).stream()
                .map(ImportedShop::shop)
                .toList();
    }
}
