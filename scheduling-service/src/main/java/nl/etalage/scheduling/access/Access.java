package nl.etalage.scheduling.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import nl.etalage.eventfeed.FeedFollowers;
import nl.etalage.identity.Caller;
import nl.etalage.identity.CurrentCaller;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.SchedulingProblem;

/**
 * The one door to shop-owned rows: finds where the caller stands, and shows the transaction only the rows of those
 * shops. Needs a transaction.
 */
@ApplicationScoped
public class Access {

    /** After so long without news a person may have been removed without our knowing. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private static final String SERVICES = "events:read";

    private final CurrentCaller current;
    private final Memberships memberships;
    private final Shops shops;
    private final RowSecurity rows;
    private final FeedFollowers followers;

    Access(CurrentCaller current, Memberships memberships, Shops shops, RowSecurity rows, FeedFollowers followers) {
        this.current = current;
        this.memberships = memberships;
        this.shops = shops;
        this.rows = rows;
        this.followers = followers;
    }

    /** For reading: nothing is refused here, foreign rows are just not there. */
    public Standing toRead() {
        Standing standing = memberships.of(current.get());
        rows.enter(standing.shops());
        return standing;
    }

    /**
     * For writing.
     *
     * @throws nl.etalage.problem.ProblemException 503 when memberships are too old to trust
     */
    public Standing toWrite() {
        Caller caller = current.get();
        if (!caller.machine() && !followers.health(ShopsFeed.NAME).fresh(LONGEST_SILENCE)) {
            throw SchedulingProblem.ACCESS_UNCERTAIN.because().header("Retry-After", "30");
        }
        return toRead();
    }

    /**
     * For lists that the central group sees whole: the caller's own shops, or every shop.
     *
     * @throws nl.etalage.problem.ProblemException 404 for someone without any part
     */
    public Standing toOversee() {
        Standing standing = memberships.of(current.get());
        if (standing.central()) {
            rows.enterAll();
        } else {
            rows.enter(standing.shops());
        }
        if (!standing.central() && standing.shops().isEmpty()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return standing;
    }

    /**
     * For the audit trail: the shops the caller manages, or every shop and the network for an admin.
     *
     * @throws nl.etalage.problem.ProblemException 404 for someone without any part, 403 for who manages none
     */
    public Standing toAudit() {
        Standing standing = memberships.of(current.get());
        if (standing.admin()) {
            rows.enterAll();
            return standing;
        }
        if (!standing.central() && standing.shops().isEmpty()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        rows.enter(standing.shopsWith(Permission.CONNECT));
        if (standing.shopsWith(Permission.CONNECT).isEmpty()) {
            throw HttpProblem.FORBIDDEN.because();
        }
        return standing;
    }

    /**
     * For all of one shop at once, by who manages it or an admin: from here on only its rows are there.
     *
     * @throws nl.etalage.problem.ProblemException 422 when no shop is named, 404 when it isn't the caller's or isn't
     *     there, 403 when the caller doesn't manage it
     */
    public void toTakeAlong(String shop) {
        new InputCheck().required("#shop", shop).done();
        Standing standing = memberships.of(current.get());
        if (!standing.admin()) {
            standing.at(shop, Permission.CONNECT);
        }
        Shop whole = shops.find(shop).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        rows.enter(List.of(whole.slug()));
    }

    /**
     * Lets only our own services pass.
     *
     * @throws nl.etalage.problem.ProblemException 403 for anyone else
     */
    public void requireService() {
        if (!current.get().has(SERVICES)) {
            throw HttpProblem.FORBIDDEN.because();
        }
    }
}
