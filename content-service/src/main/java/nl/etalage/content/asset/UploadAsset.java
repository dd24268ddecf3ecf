package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.access.Shops;
import nl.etalage.content.ops.Ids;

/** Takes in a file: looks what it is, stores its bytes once, and keeps what people say about it. */
@ApplicationScoped
class UploadAsset {

    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final InspectUpload inspect;
    private final MediaStore store;
    private final AssetRepository assets;
    private final Shops shops;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    UploadAsset(
            InspectUpload inspect,
            MediaStore store,
            AssetRepository assets,
            Shops shops,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.shops = shops;
        this.inspect = inspect;
        this.store = store;
        this.assets = assets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The new asset of a shop, or of the network when the shop is null. */
    Asset upload(Path file, AssetMetadata metadata, String shop) {
        AssetMetadata said = (metadata == null ? AssetMetadata.NONE : metadata).fit(shops.localeOf(shop));
        try {
            long bytes = Files.size(file);
            if (bytes == 0) {
                throw UploadRefused.EMPTY.because();
            }
            if (bytes > MOST_BYTES) {
                throw UploadRefused.TOO_LARGE.because();
            }
            Inspected found = inspect.inspect(file);
            String sha256 = store.store(file);
            Instant now = clock.instant();
            MediaFile kept = assets.keep(new MediaFile(sha256, bytes, found, now));
            Asset asset = new Asset(ids.next(), shop, kept, said, now);
            assets.persist(asset);
            audit.record("asset.created", shop, "asset/" + asset.id());
            return asset;
        } catch (IOException failure) {
            throw new UncheckedIOException("An upload can't be stored", failure);
        }
    }
}
