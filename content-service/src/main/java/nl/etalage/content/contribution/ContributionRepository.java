package nl.etalage.content.contribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.paging.PageRequest;

/** Contributions in the database. A transaction sees those of the shops it entered. */
@ApplicationScoped
class ContributionRepository implements PanacheRepositoryBase<Contribution, UUID> {

    Optional<Contribution> findForUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Newest first. */
    @SuppressWarnings("unchecked")
    List<Contribution> page(ContributionQuery query, PageRequest page) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        SELECT * FROM contribution
                        WHERE id < :before
                          AND (CAST(:shop AS text) IS NULL OR shop = :shop)
                          AND (CAST(:state AS text) IS NULL OR state = :state)
                        ORDER BY id DESC LIMIT :limit""",
                        Contribution.class)
                .setParameter(
                        "before",
                        page.first()
                                ? new UUID(-1, -1)
                                : UUID.fromString(page.after().get(0)))
                .setParameter("shop", query.shop())
                .setParameter(
                        "state", query.state() == null ? null : query.state().name())
                .setParameter("limit", page.limit() + 1)
                .getResultList();
    }

    /** @param most where counting ends */
    long count(ContributionQuery query, int most) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                """
                                SELECT count(*) FROM (
                                    SELECT FROM contribution
                                    WHERE (CAST(:shop AS text) IS NULL OR shop = :shop)
                                      AND (CAST(:state AS text) IS NULL OR state = :state)
                                    LIMIT :most) AS found""")
                        .setParameter("shop", query.shop())
                        .setParameter(
                                "state",
                                query.state() == null ? null : query.state().name())
                        .setParameter("most", most)
                        .getSingleResult())
                .longValue();
    }

    /** Oldest first. */
    List<Contribution> ofShop(String shop, UUID after, int limit) {
        return find("shop = ?1 and id > ?2 order by id", shop, after)
                .range(0, limit - 1)
                .list();
    }
}
