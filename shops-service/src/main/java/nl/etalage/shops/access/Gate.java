package nl.etalage.shops.access;

import static nl.etalage.problem.HttpProblem.FORBIDDEN;
import static nl.etalage.shops.ShopsProblem.SHOP_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import nl.etalage.identity.Caller;
import nl.etalage.identity.CurrentCaller;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.shops.Slug;

/**
 * Decides whether a request may go on, and for which shops. Own, foreign and absent shops take the same path: whether a
 * shop exists is only looked up for who may do this at every shop.
 */
@ApplicationScoped
class Gate {

    private final CurrentCaller current;
    private final Standings standings;
    private final RowSecurity rowSecurity;
    private final Visitor visitor;

    Gate(CurrentCaller current, Standings standings, RowSecurity rowSecurity, Visitor visitor) {
        this.current = current;
        this.standings = standings;
        this.rowSecurity = rowSecurity;
        this.visitor = visitor;
    }

    /**
     * Lets the caller of this request through, or answers with a problem.
     *
     * @param slug the shop in the path, or null
     */
    void pass(Permission permission, String slug) {
        if (permission.kind() == Permission.Kind.LINK) {
            return;
        }
        Caller caller = current.get();
        if (permission.kind() == Permission.Kind.SERVICE) {
            if (!caller.has(permission.scope())) {
                throw FORBIDDEN.because();
            }
            return;
        }
        if (slug != null && !Slug.isValid(slug)) {
            throw SHOP_NOT_FOUND.because();
        }
        Standing standing = standings.of(caller);
        Reach reach = reach(permission, slug, standing);
        visitor.arrive(standing, reach);
        enter(slug, reach);
    }

    private static Reach reach(Permission permission, String slug, Standing standing) {
        if (standing.centrallyAllows(permission)) {
            return Reach.EVERYWHERE;
        }
        return switch (permission.kind()) {
            case ANYONE -> Reach.to(standing.shops());
            case SHOP -> atShop(permission, slug, standing);
            default -> inNetwork(permission, slug, standing);
        };
    }

    private static Reach atShop(Permission permission, String slug, Standing standing) {
        if (standing.shopsAllowing(permission).contains(slug)) {
            return Reach.to(Set.of(slug));
        }
        if (standing.shops().contains(slug) || standing.central()) {
            throw FORBIDDEN.because();
        }
        throw SHOP_NOT_FOUND.because();
    }

    private static Reach inNetwork(Permission permission, String slug, Standing standing) {
        Set<String> shops = standing.shopsAllowing(permission);
        if (!shops.isEmpty()) {
            return Reach.to(shops);
        }
        boolean stranger = standing.shops().isEmpty() && !standing.central();
        throw slug != null && stranger ? SHOP_NOT_FOUND.because() : FORBIDDEN.because();
    }

    private void enter(String slug, Reach reach) {
        if (slug != null) {
            // Even who may go everywhere has business at one shop only.
            rowSecurity.enter(reach.includes(slug) ? List.of(slug) : List.of());
        } else if (reach.everywhere()) {
            rowSecurity.enterAll();
        } else {
            rowSecurity.enter(reach.shops());
        }
    }
}
