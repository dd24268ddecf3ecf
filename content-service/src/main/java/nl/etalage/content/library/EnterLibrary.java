package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");

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
        LibraryPull pull = counted(query, access.get(), () -> shops.require(query.shop), clock.instant());
        rowSecurity.enter(List.of(pull.shop().slug()));
        return pull;
    }

    /** As {@link #toRead(LibraryQuery)}, ready to show only. */
    LibraryPull toRead(ShopQuery query) {
        query.refuseUnfit();
        access.get().requireReaderOrCentral(query.shop, Scope.LIBRARY_READ);
        Shop shop = shops.require(query.shop);
        limits.countPull(shop.slug());
        rowSecurity.enter(List.of(shop.slug()));
        return new LibraryPull(shop, query, false, clock.instant());
    }

    /**
     * As {@link #toRead(LibraryQuery)} by somebody known, at a moment, and without entering the shop.
     *
     * @param shop asked when the caller may know whether it is there
     */
    LibraryPull counted(LibraryQuery query, Access caller, Supplier<Shop> shop, Instant now) {
        caller.requireReaderOrCentral(query.shop, Scope.LIBRARY_READ);
        if (query.source() && !caller.edits(query.shop)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        Shop known = shop.get();
        limits.countPull(known.slug());
        return new LibraryPull(known, query, query.source(), now);
    }

    /** The shop as it is named; empty, as no shop is, where that can't be a name. */
    static String named(LibraryQuery query) {
        return named(query.shop);
    }

    /** As above: what isn't the name of one shop opens none. */
    static String named(String shop) {
        return shop != null && SLUG.matcher(shop).matches() ? shop : "";
    }
}
