package nl.etalage.shops.joining;

import static nl.etalage.shops.ShopsProblem.INVITATION_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The invitations to shops. */
@ApplicationScoped
class JoiningRepository implements PanacheRepositoryBase<Joining, UUID> {

    private static final String CANDIDATES =
            """
            SELECT s.slug FROM shop s JOIN shop_contact c ON c.shop = s.slug
             WHERE s.state = 'candidate' AND NOT s.sandbox AND c.mailbox IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM joining j WHERE j.shop = s.slug AND j.state <> 'revoked')
               AND (CAST(:group AS text) IS NULL
                    OR EXISTS (SELECT 1 FROM shop_in_group g WHERE g.shop = s.slug AND g.group_slug = :group))
             ORDER BY s.slug LIMIT :most""";

    /**
     * What a list is narrowed to; null for any.
     *
     * @param state a word of {@link JoiningState}
     */
    record Filter(String wave, String shop, String state) {}

    Joining require(UUID id) {
        return findByIdOptional(id).orElseThrow(INVITATION_NOT_FOUND::because);
    }

    /** The invitation, which nobody else changes until this transaction ends. */
    Joining requireForChange(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(INVITATION_NOT_FOUND::because);
    }

    /** Reads again what a link showed, and keeps it from changing until this transaction ends. */
    void hold(Joining joining) {
        getEntityManager().refresh(joining, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Joining> list(Filter filter, UUID after, int limit) {
        return find(
                        "(?1 is null or wave = ?1) and (?2 is null or shop = ?2) and (?3 is null or state = ?3)"
                                + " and id > ?4 order by id",
                        filter.wave(),
                        filter.shop(),
                        filter.state(),
                        after)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Those sent to one of these addresses, which are in lower case. */
    List<Joining> sentTo(Collection<String> mailboxes) {
        return mailboxes.isEmpty()
                ? List.of()
                : find("lower(mailbox) in ?1", mailboxes)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** Whether the shop is being asked already. */
    boolean asks(String shop) {
        return count("shop = ?1 and state <> 'revoked'", shop) > 0;
    }

    /** Shops that can be asked and haven't been, in order of slug; one to try things with is asked by name only. */
    List<String> uninvited(String group, int most) {
        List<?> slugs = getEntityManager()
                .createNativeQuery(CANDIDATES, String.class)
                .setParameter("group", group)
                .setParameter("most", most)
                .getResultList();
        return slugs.stream().map(String.class::cast).toList();
    }
}
