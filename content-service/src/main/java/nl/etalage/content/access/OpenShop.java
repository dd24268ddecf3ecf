package nl.etalage.content.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.rowsecurity.RowSecurity;

/** Opens all of one shop to those who may have it whole. */
@ApplicationScoped
public class OpenShop {

    private final CurrentAccess access;
    private final Shops shops;
    private final RowSecurity rowSecurity;

    OpenShop(CurrentAccess access, Shops shops, RowSecurity rowSecurity) {
        this.access = access;
        this.shops = shops;
        this.rowSecurity = rowSecurity;
    }

    /**
     * From here on the transaction sees the rows of this shop only.
     *
     * @throws nl.etalage.problem.ProblemException 422 when no shop is named, 404 when it isn't the caller's or isn't
     *     there, 403 when the caller doesn't manage it
     */
    public void whole(String shop) {
        access.get().requireManagerOrAdmin(shop);
        rowSecurity.enter(List.of(shops.require(shop).slug()));
    }
}
