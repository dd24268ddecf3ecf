package nl.etalage.content.asset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import org.hibernate.Session;

/** Assets in the database. What a shop owns shows only to transactions that entered that shop. */
@ApplicationScoped
public class AssetRepository implements PanacheRepositoryBase<Asset, UUID> {

    /** The assets that exist, by id. */
    public Map<UUID, Asset> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        // A list of unknown length in a query is translated anew each time; ids go as one array.
        List<UUID> once = ids.stream().distinct().toList();
        return getEntityManager().unwrap(Session.class).findMultiple(Asset.class, once).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Asset::id, Function.identity()));
    }

    /** Notes that a story shows these from now on: they are public while it is in the library. */
    public void publish(UUID story, Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        // In the order in which everybody holds several, so that nobody waits in a circle.
        getEntityManager()
                .createNativeQuery(
                        """
                        UPDATE asset SET published_at = :now WHERE id IN (
                            SELECT id FROM asset WHERE id IN (:ids) AND published_at IS NULL
                            ORDER BY id FOR NO KEY UPDATE)""")
                .setParameter("now", now)
                .setParameter("ids", ids)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery(
                        """
                        INSERT INTO asset_use (asset, story) SELECT id, :story FROM asset WHERE id IN (:ids)
                        ON CONFLICT DO NOTHING""")
                .setParameter("story", story)
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /**
     * A shop shows these from now on. Of its own that will end within 30 Dutch days it is told now, for it may have been
     * told before by no story.
     */
    public void warnAnew(String shop, Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        getEntityManager()
                .createNativeQuery(
                        """
                        UPDATE asset SET warn_at = :now WHERE id IN (
                            SELECT id FROM asset WHERE id IN (:ids) AND shop = :shop
                              AND ends_at > :now AND days_before(ends_at, 30) <= :now
                            ORDER BY id FOR NO KEY UPDATE)""")
                .setParameter("now", now)
                .setParameter("ids", ids)
                .setParameter("shop", shop)
                .executeUpdate();
    }

    /** Notes that a file may be used again; whether services were told that it may not. */
    boolean endTakenBack(UUID id, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                """
                                UPDATE asset SET end_told = false
                                WHERE id = :id AND end_told AND (ends_at IS NULL OR ends_at > :now)""")
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    Asset requireForUpdate(UUID id) {
        Asset asset = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (asset == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return asset;
    }

    /** Newest first; of a shop, or of the network. */
    List<Asset> page(String shop, PageRequest page) {
        UUID before =
                page.first() ? new UUID(-1, -1) : UUID.fromString(page.after().get(0));
        return shop == null
                ? find("shop is null and id < ?1 order by id desc", before)
                        .range(0, page.limit())
                        .list()
                : find("shop = ?1 and id < ?2 order by id desc", shop, before)
                        .range(0, page.limit())
                        .list();
    }

    /** Those that may be used until a moment at the latest, but now still; the first to end first. */
    List<Asset> ending(String shop, Instant now, Instant until, PageRequest page) {
        Instant after = page.first() ? now : Instant.parse(page.after().get(0));
        UUID last =
                page.first() ? new UUID(-1, -1) : UUID.fromString(page.after().get(1));
        return find(
                        """
                        (shop = ?1 or ?1 is null and shop is null) and endsAt > ?2 and endsAt <= ?3
                        and (endsAt > ?4 or endsAt = ?4 and id > ?5) order by endsAt, id""",
                        shop,
                        now,
                        until,
                        after,
                        last)
                .range(0, page.limit())
                .list();
    }

    /** A shop's own, oldest first. */
    List<Asset> ofShop(String shop, UUID after, int limit) {
        return find("shop = ?1 and id > ?2 order by id", shop, after)
                .range(0, limit - 1)
                .list();
    }

    /** One of a shop's own. */
    Optional<Asset> ofShop(String shop, UUID id) {
        return find("shop = ?1 and id = ?2", shop, id).firstResultOptional();
    }

    /** The asset at an address; of several with the same file, one that was published, if any. */
    @SuppressWarnings("unchecked")
    Optional<Asset> ofMediaKey(String mediaKey) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        SELECT * FROM asset WHERE media_key = :key OR former_keys @> ARRAY[CAST(:key AS text)]
                        ORDER BY published_at NULLS LAST LIMIT 1""",
                        Asset.class)
                .setParameter("key", mediaKey)
                .getResultStream()
                .findFirst();
    }

    MediaFile keep(MediaFile file) {
        getEntityManager()
                .createNativeQuery(
                        """
                        INSERT INTO media_file (sha256, media_type, bytes, width, height, opaque, duration_ms, created_at)
                        VALUES (:sha256, :type, :bytes, nullif(:width, -1), nullif(:height, -1), :opaque,
                            nullif(:duration, -1), :now) ON CONFLICT DO NOTHING""")
                .setParameter("sha256", file.sha256())
                .setParameter("type", file.format().mediaType())
                .setParameter("bytes", file.bytes())
                .setParameter("width", file.size() == null ? -1 : file.size().width())
                .setParameter("height", file.size() == null ? -1 : file.size().height())
                .setParameter("opaque", file.opaque())
                .setParameter(
                        "duration",
                        file.duration() == null ? -1L : file.duration().toMillis())
                .setParameter("now", file.createdAt())
                .executeUpdate();
        return getEntityManager().find(MediaFile.class, file.sha256());
    }

    /**
     * Whether a file may be seen by anybody: an asset at this address is, or was, shown by a story of the library, or by a
     * shop's own version of one, and its consent and licence hold. Needs a transaction that entered all shops.
     */
    boolean isPublic(String mediaKey, Instant now) {
        return (boolean) getEntityManager()
                .createNativeQuery(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM asset a
                            JOIN asset_use u ON u.asset = a.id
                            JOIN library_item i ON i.story = u.story
                            WHERE (a.media_key = :key OR a.former_keys @> ARRAY[CAST(:key AS text)])
                              AND (a.ends_at IS NULL OR a.ends_at > :now))""")
                .setParameter("key", mediaKey)
                .setParameter("now", now)
                .getSingleResult();
    }

    /**
     * Whether one of these shops may know of a picture: it is, or was, shown by a story that is in the shop's library
     * now, or that the shop made its own version of. Needs a transaction that entered these shops.
     */
    boolean knownTo(Collection<String> shops, UUID asset, Instant now) {
        return (boolean) getEntityManager()
                .createNativeQuery(
                        """
                        SELECT EXISTS (
                            SELECT FROM asset_use u
                            WHERE u.asset = :asset
                              AND (EXISTS (SELECT FROM adaptation a
                                           WHERE a.story = u.story AND a.shop = ANY (CAST(:shops AS text[])))
                                OR EXISTS (SELECT FROM unnest(CAST(:shops AS text[])) mine (shop)
                                           CROSS JOIN LATERAL library_visible_to(mine.shop, :now) i
                                           WHERE i.story = u.story)))""")
                .setParameter("asset", asset)
                .setParameter("shops", shops.toArray(String[]::new))
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Key that signs addresses of pictures that are not public. */
    byte[] previewKey() {
        return (byte[]) getEntityManager()
                .createNativeQuery("SELECT key FROM preview_key")
                .getSingleResult();
    }
}
