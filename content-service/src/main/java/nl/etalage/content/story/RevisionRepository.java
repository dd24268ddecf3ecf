package nl.etalage.content.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;

/** Fixed revisions in the database. */
@ApplicationScoped
public class RevisionRepository implements PanacheRepositoryBase<StoryRevision, StoryRevision.Key> {

    /** The revision, or 404. */
    public StoryRevision require(UUID story, int number) {
        StoryRevision revision = findById(new StoryRevision.Key(story, number));
        if (revision == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return revision;
    }

    /** Newest first. */
    List<StoryRevision> page(UUID story, PageRequest page) {
        int before =
                page.first() ? Integer.MAX_VALUE : Integer.parseInt(page.after().get(0));
        return find("id.story = ?1 and id.number < ?2 order by id.number desc", story, before)
                .range(0, page.limit())
                .list();
    }
}
