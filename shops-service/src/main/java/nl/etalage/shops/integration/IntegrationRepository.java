package nl.etalage.shops.integration;

import static nl.etalage.shops.ShopsProblem.INTEGRATION_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The integrations of shops. */
@ApplicationScoped
class IntegrationRepository implements PanacheRepositoryBase<Integration, UUID> {

    Integration require(String shop, UUID id) {
        return find("shop = ?1 and id = ?2", shop, id)
                .firstResultOptional()
                .orElseThrow(INTEGRATION_NOT_FOUND::because);
    }

    Integration requireForChange(String shop, UUID id) {
        return find("shop = ?1 and id = ?2", shop, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(INTEGRATION_NOT_FOUND::because);
    }

    List<Integration> list(String shop, UUID after, int limit) {
        return find("shop = ?1 and id > ?2 order by id", shop, after)
                .page(Page.ofSize(limit))
                .list();
    }
}
