package nl.etalage.content.adaptation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.access.Actor;
import nl.etalage.content.story.Story;
import nl.etalage.paging.PageRequest;

/** Adaptations in the database. A transaction sees those of the shops it entered. */
@ApplicationScoped
public class AdaptationRepository implements PanacheRepositoryBase<Adaptation, UUID> {

    Optional<Adaptation> find(Set<String> shops, UUID id) {
        return find("id = ?1 and shop in ?2", id, shops).firstResultOptional();
    }

    Optional<Adaptation> findForUpdate(Set<String> shops, UUID id) {
        return find("id = ?1 and shop in ?2", id, shops)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Adaptation> ofStory(String shop, UUID story) {
        return find("shop = ?1 and story.id = ?2", shop, story).firstResultOptional();
    }

    /** Newest first. */
    List<Adaptation> page(String shop, UUID story, PageRequest page) {
        UUID before =
                page.first() ? new UUID(-1, -1) : UUID.fromString(page.after().get(0));
        return find("shop = ?1 and id < ?2 and (?3 is null or story.id = ?3) order by id desc", shop, before, story)
                .range(0, page.limit())
                .list();
    }

    /** Oldest first. */
    List<Adaptation> ofShop(String shop, UUID after, int limit) {
        return find("shop = ?1 and id > ?2 order by id", shop, after)
                .range(0, limit - 1)
                .list();
    }

    /** The stories a shop's versions stand on, also those that were taken back; by id. */
    List<Story> storiesOf(String shop, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        """
                        select s from Adaptation a join a.story s
                        where a.shop = :shop and s.id > :after order by s.id""",
                        Story.class)
                .setParameter("shop", shop)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether the shop may use the story now. */
    public boolean inLibrary(String shop, UUID story, Instant now) {
        return (boolean) getEntityManager()
                .createNativeQuery(
                        "SELECT EXISTS (SELECT 1 FROM library_visible_to(:shop, :now) i WHERE i.story = :story)")
                .setParameter("shop", shop)
                .setParameter("now", now)
                .setParameter("story", story)
                .getSingleResult();
    }

    /** Makes one unless the shop has one, however many ask at once; false when it had. */
    boolean insert(UUID id, String shop, Story story, Actor author, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                """
                                INSERT INTO adaptation
                                    (id, shop, story, revision, overrides, author, created_at, changed_at, version)
                                VALUES (:id, :shop, :story, :revision, '{}', :author, :now, :now, 1)
                                ON CONFLICT (shop, story) DO NOTHING""")
                        .setParameter("id", id)
                        .setParameter("shop", shop)
                        .setParameter("story", story.id())
                        .setParameter("revision", story.revision())
                        .setParameter("author", author.id())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** The shop's library shows something else of this story from now on. */
    void touchLibrary(Adaptation adaptation) {
        // The row of the shop is held until the commit: whoever sees this number sees all before it.
        getEntityManager()
                .createNativeQuery(
                        """
                        WITH shelf AS (
                            INSERT INTO shop_library (shop, version) VALUES (:shop, 1)
                            ON CONFLICT (shop) DO UPDATE SET version = shop_library.version + 1 RETURNING version)
                        UPDATE adaptation SET library_version = shelf.version FROM shelf WHERE id = :id""")
                .setParameter("shop", adaptation.shop())
                .setParameter("id", adaptation.id())
                .executeUpdate();
    }
}
