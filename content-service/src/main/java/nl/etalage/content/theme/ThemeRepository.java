package nl.etalage.content.theme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;

/** The network's themes in the database. */
@ApplicationScoped
class ThemeRepository implements PanacheRepositoryBase<Theme, String> {

    /** The theme, or 404. */
    Theme require(String key) {
        return findByIdOptional(key).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    Theme requireForUpdate(String key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /**
     * By key, in the order of the alphabet.
     *
     * @param state null for any
     */
    @SuppressWarnings("unchecked")
    List<Theme> page(ThemeState state, PageRequest page) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        SELECT * FROM theme
                        WHERE key > :after AND (CAST(:state AS text) IS NULL OR state = :state)
                        ORDER BY key LIMIT :limit""",
                        Theme.class)
                .setParameter("after", page.first() ? "" : page.after().get(0))
                .setParameter("state", state == null ? null : state.name())
                .setParameter("limit", page.limit() + 1)
                .getResultList();
    }
}
