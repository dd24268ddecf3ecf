package nl.etalage.shops.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.erasure.Forgets;
import nl.etalage.shops.erasure.Person;

/** What the last table said of shops, where it named the person. A next table that still does brings it back. */
@ApplicationScoped
class ForgetImported implements Forgets {

    private final ImportedShops imported;

    ForgetImported(ImportedShops imported) {
        this.imported = imported;
    }

    @Override
    public String what() {
        return "imports";
    }

    @Override
    public int forget(Person person) {
        List<ImportedShop> found = imported.naming(person);
        found.forEach(said -> said.forget(person));
        imported.flush();
        return found.size();
    }
}
