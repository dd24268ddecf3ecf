package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.access.Shops;
import nl.etalage.eventfeed.EventFeed;

/** Changes what people say about a picture. */
@ApplicationScoped
class DescribeAsset {

    private final AssetRepository assets;
    private final Shops shops;
    private final AuditTrail audit;
    private final Event<AssetDescribed> described;
    private final EventFeed feed;
    private final Clock clock;

    DescribeAsset(
            AssetRepository assets,
            Shops shops,
            AuditTrail audit,
            Event<AssetDescribed> described,
            EventFeed feed,
            Clock clock) {
        this.shops = shops;
        this.assets = assets;
        this.audit = audit;
        this.described = described;
        this.feed = feed;
        this.clock = clock;
    }

    void describe(Asset asset, AssetMetadata metadata) {
        AssetMetadata fit = metadata.fit(shops.localeOf(asset.shop()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AssetEnd before = asset.end();
        asset.describe(fit, now);
        audit.record("asset.described", asset.shop(), "asset/" + asset.id());
        assets.flush();
        described.fire(new AssetDescribed(asset.id(), asset.shop()));
        if (before != null && now.isBefore(before.at()) && !before.equals(asset.end())) {
            feed.append("work", new AssetEnding(asset.id(), asset.shop(), asset.end()).moved());
        }
        if (assets.endTakenBack(asset.id(), now)) {
            feed.append("work", new AssetEnded(asset.id(), asset.shop(), null).toEvent());
        }
    }
}
