package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.eventfeed.EventFeed;

/** Changes what people say about a picture. */
@ApplicationScoped
class DescribeAsset {

    private final AssetRepository assets;
    private final AuditTrail audit;
    private final Event<AssetDescribed> described;
    private final EventFeed feed;
    private final Clock clock;

    DescribeAsset(
            AssetRepository assets, AuditTrail audit, Event<AssetDescribed> described, EventFeed feed, Clock clock) {
        this.assets = assets;
        this.audit = audit;
        this.described = described;
        this.feed = feed;
        this.clock = clock;
    }

    void describe(Asset asset, AssetMetadata metadata) {
        metadata.refuseUnfit();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AssetEnd before = asset.end();
        asset.describe(metadata, now);
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
