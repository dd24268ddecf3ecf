package nl.etalage.scheduling.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.etalage.paging.PageRequest;

/** The publications; always asked for the shops the caller may see. */
@ApplicationScoped
class PublicationRepository implements PanacheRepositoryBase<Publication, UUID> {

    private static final Duration SAME_TEXT = Duration.ofDays(30);

    /** What is out there, or may still be. */
    private static final Set<PublicationState> COUNTS_AS_SAID = EnumSet.of(
            PublicationState.PROPOSED,
            PublicationState.AWAITING_APPROVAL,
            PublicationState.SCHEDULED,
            PublicationState.PUBLISHING,
            PublicationState.PUBLISHED,
            PublicationState.UNKNOWN);

    Optional<Publication> find(UUID id, Collection<String> shops) {
        return find("id = ?1 and shop in ?2", id, shops).firstResultOptional();
    }

    /** One publication of these shops, which no worker and nobody else changes until this transaction ends. */
    Optional<Publication> findToChange(UUID id, Collection<String> shops) {
        return find("id = ?1 and shop in ?2", id, shops)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * Another publication of the same text on the same channel, less than 30 days apart. The caller holds the channel,
     * so that two can't be planned at the same moment without seeing each other.
     */
    Optional<Publication> sameText(UUID channel, UUID self, String textHash, Instant at) {
        return find(
                        "channel = ?1 and id <> ?2 and snapshot.textHash = ?3 and time.at > ?4 and time.at < ?5 and state in ?6"
                                + " order by time.at desc",
                        channel,
                        self,
                        textHash,
                        at.minus(SAME_TEXT),
                        at.plus(SAME_TEXT),
                        COUNTS_AS_SAID)
                .firstResultOptional();
    }

    /**
     * A list of a shop's publications.
     *
     * @param from first instant, included
     * @param to last instant, excluded
     * @param states which; all of them for no filter
     */
    record Filter(String shop, Instant from, Instant to, Set<PublicationState> states) {}

    /** By planned moment, one more than the page holds. */
    List<Publication> list(Filter filter, PageRequest page) {
        Instant afterAt = page.first()
                ? filter.from().minusNanos(1000)
                : Instant.parse(page.after().get(0));
        UUID afterId =
                page.first() ? new UUID(-1, -1) : UUID.fromString(page.after().get(1));
        return find(
                        "shop = ?1 and state in ?2 and time.at < ?3 and (time.at > ?4 or time.at = ?4 and id > ?5) order by time.at, id",
                        filter.shop(),
                        filter.states(),
                        filter.to(),
                        afterAt,
                        afterId)
                .range(0, page.limit())
                .list();
    }

    /** All of a shop, oldest plan first. */
    List<Publication> all(String shop, UUID after, int limit) {
        return find("shop = ?1 and id > ?2 order by id", shop, after)
                .range(0, limit - 1)
                .list();
    }

    /** What is planned on a channel, a batch at a time. */
    List<Publication> planned(UUID channel, int most) {
        return find(
                        "channel = ?1 and state in ?2 order by id",
                        channel,
                        EnumSet.of(
                                PublicationState.PROPOSED,
                                PublicationState.AWAITING_APPROVAL,
                                PublicationState.SCHEDULED))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, most - 1)
                .list();
    }
}
