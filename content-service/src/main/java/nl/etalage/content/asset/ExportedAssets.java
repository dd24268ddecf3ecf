package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.List;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportItem.ExportFile;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;

/** A shop's own pictures in its export, with the files as they were uploaded. */
@ApplicationScoped
class ExportedAssets implements Exported {

    private final AssetRepository assets;
    private final Clock clock;

    ExportedAssets(AssetRepository assets, Clock clock) {
        this.assets = assets;
        this.clock = clock;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.ASSET;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return assets.ofShop(shop, Exported.id(after), limit).stream()
                .map(asset -> ExportItem.of(kind(), asset.id(), AssetView.of(asset, clock.instant()))
                        .with(file(shop, asset)))
                .toList();
    }

    private static ExportFile file(String shop, Asset asset) {
        String url = UriBuilder.fromPath(OriginalResource.PATH)
                .path("{id}")
                .queryParam("shop", "{shop}")
                .build(asset.id(), shop)
                .toString();
        return new ExportFile(
                url,
                asset.file().format().mediaType(),
                asset.file().bytes(),
                asset.file().sha256(),
                name(asset));
    }

    /** Pictures come without a name of their own. */
    static String name(Asset asset) {
        return asset.id() + "." + asset.file().format().suffix();
    }
}
