package nl.etalage.content.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;

/** Campaigns in the database. */
@ApplicationScoped
public class CampaignRepository implements PanacheRepositoryBase<Campaign, UUID> {

    private static final int MOST_OF_ONE_STORY = 50;

    /** The campaign, or 404. */
    Campaign require(UUID id) {
        Campaign campaign = findById(id);
        if (campaign == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return campaign;
    }

    Campaign requireForUpdate(UUID id) {
        Campaign campaign = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (campaign == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return campaign;
    }

    /** Newest first. */
    List<Campaign> page(PageRequest page) {
        UUID before =
                page.first() ? new UUID(-1, -1) : UUID.fromString(page.after().get(0));
        return find("id < ?1 order by id desc", before).range(0, page.limit()).list();
    }

    /** Those that exist, newest first. */
    public List<Campaign> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id desc", ids);
    }

    /** The campaigns a shop takes part in, oldest first. */
    @SuppressWarnings("unchecked")
    List<Campaign> ofShop(String shop, UUID after, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        SELECT c.* FROM campaign c JOIN participation p ON p.campaign = c.id
                        WHERE p.shop = :shop AND c.id > :after ORDER BY c.id LIMIT :limit""",
                        Campaign.class)
                .setParameter("shop", shop)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** The campaigns a story is in, newest first. */
    @SuppressWarnings("unchecked")
    public List<Campaign> ofStory(UUID story) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        SELECT * FROM campaign WHERE content -> 'stories' @> to_jsonb(CAST(:story AS text))
                        ORDER BY id DESC LIMIT :most""",
                        Campaign.class)
                .setParameter("story", story.toString())
                .setParameter("most", MOST_OF_ONE_STORY)
                .getResultList();
    }
}
