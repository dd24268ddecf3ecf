package nl.etalage.content.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What stories said at earlier versions; kept for as long as somebody may still have them open. */
@ApplicationScoped
class EditHistory implements PanacheRepositoryBase<StoryEdit, StoryEdit.Key> {

    /** Keeps what the story says now, before it changes. */
    void keep(Story story, Instant now) {
        StoryEdit before =
                find("id.story = ?1 order by id.version desc", story.id()).firstResult();
        persist(StoryEdit.of(story, before == null ? 1 : before.version() + 1, now));
    }

    /**
     * What the story said at a version, up to its present one.
     *
     * @return empty when that is not kept any more
     */
    Optional<StoryContent> at(Story story, long version) {
        StoryEdit edit = find("id.story = ?1 and id.version >= ?2 order by id.version", story.id(), version)
                .firstResult();
        if (edit == null) {
            return Optional.of(story.content());
        }
        return edit.held(version) ? Optional.of(edit.content()) : Optional.empty();
    }
}
