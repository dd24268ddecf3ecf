package nl.etalage.shops.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import nl.etalage.shops.erasure.Person;

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

    /** Where a table named a person: by their address, or by name at their own shops. */
    List<ImportedShop> naming(Person person) {
        return find(
                        "lower(mailbox) in ?1 or (shop in ?2 and lower(contact) in ?3)",
                        person.mailboxes(),
                        person.shops().isEmpty() ? Set.of("") : person.shops(),
                        person.namesInLowerCase())
                .list();
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
