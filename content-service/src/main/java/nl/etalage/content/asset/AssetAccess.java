package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.content.limits.ShopLimits;
import nl.etalage.problem.HttpProblem;

/**
 * Who may do what with pictures. The network's own are the central group's work; others who take part may look at those
 * of stories that are in the library of one of their shops, or that the shop made its own. A shop's own are the shop's.
 */
@ApplicationScoped
class AssetAccess {

    private static final CentralRole[] WRITERS = {CentralRole.EDITOR, CentralRole.ADMIN};

    private final CurrentAccess access;
    private final AssetRepository assets;
    private final ShopLimits limits;
    private final Clock clock;

    AssetAccess(CurrentAccess access, AssetRepository assets, ShopLimits limits, Clock clock) {
        this.access = access;
        this.assets = assets;
        this.limits = limits;
        this.clock = clock;
    }

    void requireReader(String shop) {
        Access caller = access.enter();
        if (shop == null) {
            caller.requireCentral();
        } else {
            caller.requireReader(shop, Scope.PUBLICATIONS_WRITE);
        }
    }

    /** For one more picture: of a shop it also counts for how many that shop may send. */
    void requireUploader(String shop) {
        Access caller = access.enter();
        if (shop == null) {
            caller.requireCentral(WRITERS);
        } else {
            caller.requireWriter(shop, Scope.PUBLICATIONS_WRITE);
            limits.countUpload(shop);
        }
    }

    Asset requireReadable(UUID id) {
        Access caller = access.enter();
        Asset asset = assets.findById(id);
        if (asset == null || (asset.shop() == null && !caller.inCentral() && !seen(caller, asset))) {
            throw HttpProblem.NOT_FOUND.because();
        }
        if (asset.shop() == null) {
            caller.requireMember(Scope.LIBRARY_READ);
        } else {
            caller.requireReader(asset.shop(), Scope.PUBLICATIONS_WRITE);
        }
        return asset;
    }

    /** The asset, at the version the caller saw; others who want to change it wait until this transaction ends. */
    Asset toChange(UUID id, String ifMatch) {
        Access caller = access.enter();
        Asset asset = assets.requireForUpdate(id);
        if (asset.shop() == null) {
            caller.requireCentralFor(WRITERS);
        } else {
            caller.requireWriter(asset.shop(), Scope.PUBLICATIONS_WRITE);
        }
        IfMatch.require(ifMatch, asset.version());
        return asset;
    }

    private boolean seen(Access caller, Asset asset) {
        return asset.published()
                && !caller.shops().isEmpty()
                && assets.knownTo(caller.shops(), asset.id(), clock.instant());
    }
}
