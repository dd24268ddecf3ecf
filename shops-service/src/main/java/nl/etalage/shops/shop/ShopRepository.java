package nl.etalage.shops.shop;

import static nl.etalage.shops.ShopsProblem.SHOP_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.etalage.shops.access.Reach;

/** The shops. */
@ApplicationScoped
public class ShopRepository implements PanacheRepositoryBase<Shop, String> {

    /** In HQL a list may not be empty; no shop has this slug. */
    private static final Set<String> NONE = Set.of("");

    private static final String WITHIN = "(:everywhere = true or slug in :shops)";
    private static final String ONE = WITHIN + " and slug = :slug";

    /**
     * What a list of shops is narrowed to.
     *
     * @param piece found in slug, name or town; null for any
     * @param group slug of a group, null for any
     * @param kind the kind to list
     * @param candidates whether shops that haven't said yes are among them
     */
    public record Filter(String piece, String group, ShopKind kind, boolean candidates) {}

    /**
     * A shop within reach.
     *
     * @throws nl.etalage.problem.ProblemException 404 when it is absent or out of reach
     */
    public Shop require(String slug, Reach reach) {
        return find(ONE, one(slug, reach)).firstResultOptional().orElseThrow(SHOP_NOT_FOUND::because);
    }

    /** A shop within reach; empty when there is none. */
    public Optional<ShopDocument> within(String slug, Reach reach) {
        return find(ONE, one(slug, reach)).firstResultOptional().map(Shop::document);
    }

    /** As {@link #require}; a shop that hasn't said yes is absent unless the reader may see candidates. */
    public Shop requireShown(String slug, Reach reach, boolean candidates) {
        Shop shop = require(slug, reach);
        if (shop.candidate() && !candidates) {
            throw SHOP_NOT_FOUND.because();
        }
        return shop;
    }

    /** Shops of this name, whatever its capitals; ten at most. */
    public List<Shop> named(String name) {
        return find("lower(name) = lower(?1) and kind = 'shop' order by slug", name)
                .page(Page.ofSize(10))
                .list();
    }

    /**
     * As {@link #require}, for a change: the next to ask waits until this transaction ends, so that what they check is
     * still true when they write.
     */
    public Shop requireForChange(String slug, Reach reach) {
        return find(ONE, one(slug, reach))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(SHOP_NOT_FOUND::because);
    }

    /** Shops within reach in order of slug, after a slug, at most {@code limit}. */
    public List<Shop> list(Filter filter, Reach reach, String after, int limit) {
        Map<String, Object> parameters = within(reach);
        parameters.put("after", after);
        parameters.put("kind", filter.kind().word());
        StringBuilder query = new StringBuilder(WITHIN).append(" and kind = :kind and slug > :after");
        if (!filter.candidates()) {
            query.append(" and state <> 'candidate'");
        }
        if (filter.piece() != null) {
            query.append(" and search like :piece escape '!'");
            parameters.put("piece", SearchText.containing(filter.piece()));
        }
        if (filter.group() != null) {
            query.append(" and :group member of groups");
            parameters.put("group", filter.group());
        }
        return find(query.append(" order by slug").toString(), parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    private static Map<String, Object> one(String slug, Reach reach) {
        Map<String, Object> parameters = within(reach);
        parameters.put("slug", slug);
        return parameters;
    }

    private static Map<String, Object> within(Reach reach) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("everywhere", reach.everywhere());
        parameters.put("shops", reach.shops().isEmpty() ? NONE : reach.shops());
        return parameters;
    }
}
