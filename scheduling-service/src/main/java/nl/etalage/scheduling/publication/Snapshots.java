package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.channel.Channel;
import nl.etalage.scheduling.channel.ChannelRepository;

/** What may go out on a channel: rendered by content-service, of a story that stands, and not said already. */
@ApplicationScoped
class Snapshots {

    private final ChannelRepository channels;
    private final Renderings renderings;
    private final Recalls recalls;
    private final PublicationRepository publications;

    Snapshots(ChannelRepository channels, Renderings renderings, Recalls recalls, PublicationRepository publications) {
        this.channels = channels;
        this.renderings = renderings;
        this.recalls = recalls;
        this.publications = publications;
    }

    /**
     * A snapshot with the channel it is for, which is held from here on: content-service had its time, and nothing that
     * happened to the channel meanwhile is missed.
     */
    record Prepared(Channel channel, Snapshot snapshot) {}

    /**
     * Prepares a new publication.
     *
     * @throws nl.etalage.problem.ProblemException 422, 409 or 503 when it can't be
     */
    Prepared prepare(NewPublication wanted, UUID id, LocalDate on, String language) {
        Channel channel = channels.find(wanted.channel(), Set.of(wanted.shop()))
                .orElseThrow(() -> SchedulingProblem.CHANNEL_NOT_FOUND.at("/channel"));
        channel.requireConnected();
        Snapshot snapshot =
                renderings.snapshot(channel, new Renderings.Question(wanted.adaptation(), id, on, language));
        recalls.requireNone(snapshot.story());
        recalls.requirePictures(snapshot);
        channels.hold(channel);
        channel.requireConnected();
        return new Prepared(channel, snapshot);
    }

    /** Refuses a text that was or will be on the channel within 30 days. */
    void requireNew(Publication publication) {
        publications
                .sameText(
                        publication.channel(),
                        publication.id(),
                        publication.snapshot().textHash(),
                        publication.time().at())
                .ifPresent(earlier -> {
                    throw SchedulingProblem.DUPLICATE_PUBLICATION
                            .because(earlier.time().localTime().toLocalDate())
                            .with("earlier", earlier.id().toString());
                });
    }

    /** Refuses one whose story was taken back or whose channel is gone. */
    void requireUsable(Publication publication) {
        recalls.requireNone(publication.snapshot().story());
        channel(publication).requireConnected();
    }

    /** Refuses one that would show a picture that may be used no longer. */
    void requirePictures(Publication publication) {
        recalls.requirePictures(publication.snapshot());
    }

    /** The present rendering for a publication that exists. */
    Snapshot again(Publication publication, String language) {
        return renderings.snapshot(
                channel(publication),
                new Renderings.Question(
                        publication.snapshot().adaptation(),
                        publication.id(),
                        publication.time().localTime().toLocalDate(),
                        language));
    }

    private Channel channel(Publication publication) {
        return channels.findByIdOptional(publication.channel())
                .orElseThrow(() -> SchedulingProblem.CHANNEL_NOT_FOUND.because());
    }
}
