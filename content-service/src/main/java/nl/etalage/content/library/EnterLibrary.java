package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.content.limits.ShopLimits;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;

/** Lets who may read a shop's library in: its people and machines, and the central group. */
@ApplicationScoped
class EnterLibrary {

    private final CurrentAccess access;
    private final Shops shops;
    private final ShopLimits limits;
    private final RowSecurity rowSecurity;
    private final Clock clock;

    EnterLibrary(CurrentAccess access, Shops shops, ShopLimits limits, RowSecurity rowSecurity, Clock clock) {
        this.access = access;
        this.shops = shops;
        this.limits = limits;
        this.rowSecurity = rowSecurity;
        this.clock = clock;
    }

    /**
     * From here on the transaction sees the rows of this shop only.
     *
     * @throws nl.etalage.problem.ProblemException 422 for a question that can't be, 403 or 404 when the caller may not
     *     ask it, 429 when the shop asks too much
     */
    LibraryPull toRead(LibraryQuery query) {
        query.refuseUnfit();
        Access caller = access.get();
        caller.requireReaderOrCentral(query.shop, Scope.LIBRARY_READ);
        if (query.source() && !caller.edits(query.shop)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        return counted(query.shop, query, query.source());
    }

    /** As {@link #toRead(LibraryQuery)}, ready to show only. */
    LibraryPull toRead(ShopQuery query) {
        query.refuseUnfit();
        access.get().requireReaderOrCentral(query.shop, Scope.LIBRARY_READ);
        return counted(query.shop, query, false);
    }

    private LibraryPull counted(String slug, LibraryFilter filter, boolean source) {
        Shop shop = shops.require(slug);
        limits.countPull(shop.slug());
        rowSecurity.enter(List.of(shop.slug()));
        return new LibraryPull(shop, filter, source, clock.instant());
    }
}
