package nl.etalage.content.contribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.PageRequest;

/** Earlier texts in the database, the newest few of each contribution. A transaction sees those of the shops it entered. */
@ApplicationScoped
class EarlierTexts implements PanacheRepositoryBase<EarlierText, UUID> {

    /** More rounds than anybody makes; what is older than these goes. */
    static final int KEPT = 20;

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    void keep(EarlierText earlier) {
        persistAndFlush(earlier);
        getEntityManager()
                .createNativeQuery(
                        """
                        DELETE FROM contribution_text WHERE contribution = :contribution AND id NOT IN (
                            SELECT id FROM contribution_text WHERE contribution = :contribution
                            ORDER BY id DESC LIMIT :kept)""")
                .setParameter("contribution", earlier.contribution())
                .setParameter("kept", KEPT)
                .executeUpdate();
    }

    /** Newest first. */
    List<EarlierText> page(UUID contribution, PageRequest page) {
        UUID before = page.first() ? AFTER_ALL : UUID.fromString(page.after().get(0));
        return find("contribution = ?1 and id < ?2 order by id desc", contribution, before)
                .range(0, page.limit())
                .list();
    }

    /** Oldest first. */
    List<EarlierText> ofShop(String shop, UUID after, int limit) {
        return find("shop = ?1 and id > ?2 order by id", shop, after)
                .range(0, limit - 1)
                .list();
    }
}
