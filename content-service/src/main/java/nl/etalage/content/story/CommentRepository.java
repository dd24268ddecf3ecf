package nl.etalage.content.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;

/** Comments on stories in the database. */
@ApplicationScoped
class CommentRepository implements PanacheRepositoryBase<StoryComment, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The comment on this story, or 404; others who want to change it wait until this transaction ends. */
    StoryComment requireForUpdate(UUID story, UUID id) {
        StoryComment comment = find("id = ?1 and story = ?2", id, story)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
        if (comment == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return comment;
    }

    /** Oldest first; only of threads that aren't done, when asked. */
    List<StoryComment> page(UUID story, boolean open, PageRequest page) {
        UUID after = page.first() ? BEFORE_ALL : UUID.fromString(page.after().get(0));
        return find(
                        "story = ?1 and id > ?2 and (?3 = false or thread in"
                                + " (select first.id from StoryComment first where first.story = ?1 and first.resolvedAt is null))"
                                + " order by id",
                        story,
                        after,
                        open)
                .range(0, page.limit())
                .list();
    }
}
