package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.etalage.content.ops.Ids;

/** Gives the network a picture of a shop: an asset of its own over the same bytes, which the shop keeps as well. */
@ApplicationScoped
public class ShareAsset {

    private final AssetRepository assets;
    private final Ids ids;
    private final Clock clock;

    ShareAsset(AssetRepository assets, Ids ids, Clock clock) {
        this.assets = assets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The network's asset, with all that the shop said of it.
     *
     * @param credit who made it, where the shop didn't say
     */
    public Asset withNetwork(Asset asset, String credit) {
        AssetMetadata said = asset.metadata();
        AssetMetadata credited = new AssetMetadata(
                said.altText(),
                said.credit() == null || said.credit().isBlank() ? credit : said.credit(),
                said.licence(),
                said.licenceUntil(),
                said.source(),
                said.consent(),
                said.focalPoint(),
                said.captions(),
                said.captionsLanguage(),
                said.otherCaptions(),
                said.transcript(),
                said.noWordsReason());
        Asset shared = new Asset(ids.next(), null, asset.file(), credited, clock.instant());
        assets.persist(shared);
        return shared;
    }
}
