package nl.etalage.shops.shop;

import static nl.etalage.shops.ShopsProblem.SHOP_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import nl.etalage.shops.access.Reach;

/** The shops. */
@ApplicationScoped
public class ShopRepository implements PanacheRepositoryBase<Shop, String> {

    /** In HQL a list may not be empty; no shop has this slug. */
    private static final Set<String> NONE = Set.of("");

    /**
     * What a list of shops is narrowed to.
     *
     * @param piece found in slug, name or town; null for any
     * @param group slug of a group, null for any
     * @param kind the kind to list
     */
    public record Filter(String piece, String group, ShopKind kind) {}

    /**
     * A shop within reach.
     *
     * @throws nl.etalage.problem.ProblemException 404 when it is absent or out of reach
     */
    public Shop require(String slug, Reach reach) {
        return find(
                        "slug = :slug and (:everywhere = true or slug in :shops)",
                        within(reach).and("slug", slug))
                .firstResultOptional()
                .orElseThrow(SHOP_NOT_FOUND::because);
    }

    /**
     * As {@link #require}, for a change: the next to ask waits until this transaction ends, so that what they check is
     * still true when they write.
     */
    public Shop requireForChange(String slug, Reach reach) {
        return find(
                        "slug = :slug and (:everywhere = true or slug in :shops)",
                        within(reach).and("slug", slug))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(SHOP_NOT_FOUND::because);
    }

    /** Shops within reach in order of slug, after a slug, at most {@code limit}. */
    public List<Shop> list(Filter filter, Reach reach, String after, int limit) {
        Parameters parameters =
                within(reach).and("after", after).and("kind", filter.kind().word());
        String query = "kind = :kind and slug > :after and (:everywhere = true or slug in :shops)";
        if (filter.piece() != null) {
            query += " and search like :piece escape '!'";
            parameters = parameters.and("piece", SearchText.containing(filter.piece()));
        }
        if (filter.group() != null) {
            query += " and :group member of groups";
            parameters = parameters.and("group", filter.group());
        }
        return find(query + " order by slug", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    private static Parameters within(Reach reach) {
        return Parameters.with("everywhere", reach.everywhere())
                .and("shops", reach.shops().isEmpty() ? NONE : reach.shops());
    }
}
