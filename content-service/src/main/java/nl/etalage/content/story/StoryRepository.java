package nl.etalage.content.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;

/** Stories in the database. */
@ApplicationScoped
public class StoryRepository implements PanacheRepositoryBase<Story, UUID> {

    /** The story, or 404. */
    public Story require(UUID id) {
        Story story = findById(id);
        if (story == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return story;
    }

    /** As {@link #require}; others who want to change it wait until this transaction ends. */
    Story requireForUpdate(UUID id) {
        Story story = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (story == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return story;
    }

    /** Newest first. */
    @SuppressWarnings("unchecked")
    List<Story> page(StoryQuery query, PageRequest page) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        SELECT * FROM story
                        WHERE id < :before
                          AND (CAST(:state AS text) IS NULL OR state = :state)
                          AND (CAST(:type AS text) IS NULL OR content ->> 'type' = :type)
                          AND (CAST(:title AS text) IS NULL OR content ->> 'title' ILIKE :title ESCAPE '\\')
                        ORDER BY id DESC LIMIT :limit""",
                        Story.class)
                .setParameter(
                        "before",
                        page.first()
                                ? new UUID(-1, -1)
                                : UUID.fromString(page.after().get(0)))
                .setParameter(
                        "state", query.state() == null ? null : query.state().name())
                .setParameter("type", query.type() == null ? null : query.type().word())
                .setParameter("title", query.pattern())
                .setParameter("limit", page.limit() + 1)
                .getResultList();
    }
}
