package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Part;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Shop;
import nl.etalage.scheduling.access.Shops;
import nl.etalage.scheduling.ops.Ids;

/** Someone plans a publication: the text is fetched now and stays as it is. */
@ApplicationScoped
class PlanPublication {

    private final Access access;
    private final Shops shops;
    private final Snapshots snapshots;
    private final PublicationChanges changes;
    private final Ids ids;
    private final Clock clock;

    PlanPublication(Access access, Shops shops, Snapshots snapshots, PublicationChanges changes, Ids ids, Clock clock) {
        this.access = access;
        this.shops = shops;
        this.snapshots = snapshots;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    Publication plan(NewPublication wanted, String language) {
        requireAll(wanted);
        Part planner = access.toWrite().at(wanted.shop(), Permission.PLAN);
        Shop shop = shops.find(wanted.shop()).filter(Shop::active).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        LocalMoment moment = LocalMoment.plan(wanted.localTime(), shop.zone(), clock.instant());
        UUID id = ids.next();
        Snapshots.Prepared prepared =
                snapshots.prepare(wanted, id, moment.local().toLocalDate(), language);
        Publication publication = Publication.plan(
                new Publication.Identity(
                        id,
                        ids.next(),
                        wanted.shop(),
                        prepared.channel().id(),
                        prepared.channel().platform(),
                        clock.instant()),
                planner.actor(),
                planner.approvalNeeded(),
                prepared.snapshot(),
                moment);
        if (!wanted.duplicateAllowed()) {
            snapshots.requireNew(publication);
        }
        changes.made(publication, "planned");
        return publication;
    }

    private static void requireAll(NewPublication wanted) {
        InputCheck check = new InputCheck();
        if (wanted == null) {
            check.wrong("", "object").done();
            return;
        }
        check.required("/shop", wanted.shop())
                .required("/channel", wanted.channel())
                .required("/adaptation", wanted.adaptation())
                .required("/localTime", wanted.localTime())
                .done();
    }
}
