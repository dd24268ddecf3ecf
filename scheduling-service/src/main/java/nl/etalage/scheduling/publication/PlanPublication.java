package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Part;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Shop;
import nl.etalage.scheduling.access.Shops;
import nl.etalage.scheduling.access.Standing;
import nl.etalage.scheduling.channel.Channel;
import nl.etalage.scheduling.channel.ChannelRepository;
import nl.etalage.scheduling.ops.Ids;

/** Someone plans a publication: the text is fetched now and stays as it is. */
@ApplicationScoped
class PlanPublication {

    private final Access access;
    private final Shops shops;
    private final ChannelRepository channels;
    private final Renderings renderings;
    private final Recalls recalls;
    private final PublicationRepository publications;
    private final PublicationChanges changes;
    private final Ids ids;
    private final Clock clock;

    PlanPublication(
            Access access,
            Shops shops,
            ChannelRepository channels,
            Renderings renderings,
            Recalls recalls,
            PublicationRepository publications,
            PublicationChanges changes,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.shops = shops;
        this.channels = channels;
        this.renderings = renderings;
        this.recalls = recalls;
        this.publications = publications;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    Publication plan(NewPublication wanted, String language) {
        requireAll(wanted);
        Standing standing = access.toWrite();
        Part planner = standing.at(wanted.shop(), Permission.PLAN);
        Shop shop = shops.find(wanted.shop()).filter(Shop::active).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        LocalMoment moment = LocalMoment.plan(wanted.localTime(), shop.zone(), clock.instant());
        Channel channel = channels.find(wanted.channel(), Set.of(wanted.shop()))
                .orElseThrow(() -> SchedulingProblem.CHANNEL_NOT_FOUND.at("/channel"));
        channel.requireConnected();
        UUID id = ids.next();
        Snapshot snapshot = renderings.snapshot(
                channel,
                new Renderings.Question(wanted.adaptation(), id, moment.local().toLocalDate(), language));
        recalls.requireNone(snapshot.story());
        // Held only now: content-service had its time, and nothing that happened to the channel meanwhile is missed.
        channels.hold(channel);
        channel.requireConnected();
        if (!wanted.duplicateAllowed()) {
            requireNew(channel, id, snapshot, moment.at());
        }
        Publication publication = Publication.plan(
                new Publication.Identity(
                        id, ids.next(), wanted.shop(), channel.id(), channel.platform(), clock.instant()),
                planner.actor(),
                planner.approvalNeeded(),
                snapshot,
                moment);
        changes.made(publication, planner.actor(), "planned");
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

    private void requireNew(Channel channel, UUID id, Snapshot snapshot, Instant at) {
        publications.sameText(channel.id(), id, snapshot.textHash(), at).ifPresent(earlier -> {
            throw SchedulingProblem.DUPLICATE_PUBLICATION
                    .because(earlier.time().localTime().toLocalDate())
                    .with("earlier", earlier.id().toString());
        });
    }
}
