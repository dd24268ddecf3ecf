package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.etalage.audittrail.AuditTrail;

/** Changes what people say about a picture. */
@ApplicationScoped
class DescribeAsset {

    private final AssetRepository assets;
    private final AuditTrail audit;
    private final Event<AssetDescribed> described;
    private final Clock clock;

    DescribeAsset(AssetRepository assets, AuditTrail audit, Event<AssetDescribed> described, Clock clock) {
        this.assets = assets;
        this.audit = audit;
        this.described = described;
        this.clock = clock;
    }

    void describe(Asset asset, AssetMetadata metadata) {
        metadata.refuseUnfit();
        asset.describe(metadata, clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record("asset.described", asset.shop(), "asset/" + asset.id());
        assets.flush();
        described.fire(new AssetDescribed(asset.id(), asset.shop()));
    }
}
