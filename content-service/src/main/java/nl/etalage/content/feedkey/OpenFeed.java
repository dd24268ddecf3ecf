package nl.etalage.content.feedkey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.content.library.LibraryFilter;
import nl.etalage.content.library.LibraryPull;
import nl.etalage.content.limits.ShopLimits;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;

/** Lets in whoever holds the secret of a feed: to one shop's library, to read. */
@ApplicationScoped
class OpenFeed {

    private final FeedKeys keys;
    private final Shops shops;
    private final ShopLimits limits;
    private final RowSecurity rowSecurity;
    private final Clock clock;

    OpenFeed(FeedKeys keys, Shops shops, ShopLimits limits, RowSecurity rowSecurity, Clock clock) {
        this.keys = keys;
        this.shops = shops;
        this.limits = limits;
        this.rowSecurity = rowSecurity;
        this.clock = clock;
    }

    /**
     * From here on the transaction sees the rows of the key's shop only. Unknown, revoked and malformed secrets take the
     * same end.
     *
     * @throws nl.etalage.problem.ProblemException 404 when it opens nothing, 422 for a question that can't be, 429 when
     *     it is used too often
     */
    LibraryPull open(String secret, LibraryFilter filter) {
        FeedKey key = counted(secret);
        filter.refuseUnfit();
        return new LibraryPull(used(key), filter, false, clock.instant());
    }

    /** As {@link #open(String, LibraryFilter)}, for another question to that shop's library. */
    Shop open(String secret) {
        return used(counted(secret));
    }

    private Shop used(FeedKey key) {
        keys.used(key.id(), clock.instant());
        return shops.require(key.shop());
    }

    private FeedKey counted(String secret) {
        FeedSecret given = FeedSecret.in(secret).orElseThrow(HttpProblem.NOT_FOUND::because);
        // Whose key it is, is what is looked for; one row by 256 secret bits.
        rowSecurity.enterAll();
        FeedKey key = keys.find(given).orElseThrow(HttpProblem.NOT_FOUND::because);
        rowSecurity.enter(List.of(key.shop()));
        limits.countFeed(key.id().toString());
        return key;
    }
}
