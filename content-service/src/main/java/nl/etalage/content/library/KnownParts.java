package nl.etalage.content.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.campaign.Campaign;
import nl.etalage.rowsecurity.RowSecurity;

/**
 * The files and campaigns that stories of the library show, kept while the network's library stands as it does: a change
 * of either is a change of every story that shows it.
 */
@ApplicationScoped
class KnownParts {

    private static final long SHARE_OF_HEAP = 16;
    private static final int OVERHEAD = 1_000;
    private static final int BYTES_PER_CHARACTER = 2;

    private final ShowItem show;
    private final RowSecurity rowSecurity;
    private final Cache<ReadyStories.Key, Asset> assets =
            cache(asset -> OVERHEAD + BYTES_PER_CHARACTER * asset.letters());
    private final Cache<ReadyStories.Key, Campaign> campaigns = cache(campaign -> OVERHEAD);

    KnownParts(ShowItem show, RowSecurity rowSecurity) {
        this.show = show;
        this.rowSecurity = rowSecurity;
    }

    private static <T> Cache<ReadyStories.Key, T> cache(ToIntFunction<T> weight) {
        return Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
                .weigher((ReadyStories.Key id, T part) -> weight.applyAsInt(part))
                .executor(Runnable::run)
                .build();
    }

    /** What these stories show; read anew where the shop has a version of its own. */
    ShowItem.Known of(LibraryPull pull, LibraryStand stand, List<LibraryRow> rows) {
        if (rows.stream().allMatch(row -> row.found().adaptation() == null)) {
            ShowItem.Known kept = kept(stand, rows);
            if (kept != null) {
                return kept;
            }
        }
        ShowItem.Known read = QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enter(List.of(pull.shop().slug()));
            return show.known(rows);
        });
        read.assets().forEach((id, asset) -> assets.put(new ReadyStories.Key(stand.network(), id), asset));
        read.campaigns()
                .forEach(campaign -> campaigns.put(new ReadyStories.Key(stand.network(), campaign.id()), campaign));
        return read;
    }

    /** Null when one isn't. */
    private ShowItem.Known kept(LibraryStand stand, List<LibraryRow> rows) {
        Map<UUID, Asset> shown = new HashMap<>();
        Map<UUID, Campaign> named = new HashMap<>();
        for (LibraryRow row : rows) {
            if (!all(stand, row.content().assets(), assets, shown) || !all(stand, row.campaigns(), campaigns, named)) {
                return null;
            }
        }
        return new ShowItem.Known(shown, List.copyOf(named.values()));
    }

    private static <T> boolean all(
            LibraryStand stand, Collection<UUID> ids, Cache<ReadyStories.Key, T> kept, Map<UUID, T> found) {
        for (UUID id : ids) {
            T part = kept.getIfPresent(new ReadyStories.Key(stand.network(), id));
            if (part == null) {
                return false;
            }
            found.put(id, part);
        }
        return true;
    }
}
