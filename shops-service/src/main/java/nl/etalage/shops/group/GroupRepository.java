package nl.etalage.shops.group;

import static nl.etalage.shops.ShopsProblem.GROUP_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups. */
@ApplicationScoped
public class GroupRepository implements PanacheRepositoryBase<Group, String> {

    /** Which of these slugs are groups. */
    public Set<String> known(Collection<String> slugs) {
        return find("slug in ?1", slugs).stream().map(Group::slug).collect(Collectors.toUnmodifiableSet());
    }

    Group require(String slug) {
        return findByIdOptional(slug).orElseThrow(GROUP_NOT_FOUND::because);
    }

    Group requireForChange(String slug) {
        return findByIdOptional(slug, LockModeType.PESSIMISTIC_WRITE).orElseThrow(GROUP_NOT_FOUND::because);
    }

    /** Those a shop is in, in order of slug. */
    List<Group> ofShop(String shop, String after, int limit) {
        return find(
                        "slug in (select element(s.groups) from Shop s where s.slug = ?1) and slug > ?2 order by slug",
                        shop,
                        after)
                .page(Page.ofSize(limit))
                .list();
    }

    List<Group> list(String after, int limit) {
        return find("slug > ?1 order by slug", after).page(Page.ofSize(limit)).list();
    }
}
