package nl.etalage.content.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;

/** Stories in the database. */
@ApplicationScoped
public class StoryRepository implements PanacheRepositoryBase<Story, UUID> {

    private static final UUID NOBODY = new UUID(0, 0);

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

    /** Whether a translation of a story, other than this one, says it in a language; what was taken back counts not. */
    boolean saidIn(UUID original, UUID other, String locale) {
        return exists(
                """
                SELECT EXISTS (SELECT FROM story WHERE content ->> 'translationOf' = :original
                    AND lower(content ->> 'locale') = lower(:locale) AND id <> :other
                    AND state NOT IN ('WITHDRAWN', 'EXPIRED'))""",
                Map.of("original", original.toString(), "locale", locale, "other", other == null ? NOBODY : other));
    }

    /** Whether any story is a translation of this one. */
    boolean translated(UUID original) {
        return exists(
                "SELECT EXISTS (SELECT FROM story WHERE content ->> 'translationOf' = :original)",
                Map.of("original", original.toString()));
    }

    private boolean exists(String question, Map<String, Object> values) {
        var query = getEntityManager().createNativeQuery(question);
        values.forEach(query::setParameter);
        return (boolean) query.getSingleResult();
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
                          AND (CAST(:original AS text) IS NULL OR content ->> 'translationOf' = :original)
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
                .setParameter("original", query.translationOf == null ? null : query.translationOf.toString())
                .setParameter("limit", page.limit() + 1)
                .getResultList();
    }
}
