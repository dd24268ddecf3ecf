package nl.etalage.scheduling.publication;

import static nl.etalage.scheduling.publication.PublicationState.AWAITING_APPROVAL;
import static nl.etalage.scheduling.publication.PublicationState.CANCELLED;
import static nl.etalage.scheduling.publication.PublicationState.FAILED;
import static nl.etalage.scheduling.publication.PublicationState.MISSED;
import static nl.etalage.scheduling.publication.PublicationState.PROPOSED;
import static nl.etalage.scheduling.publication.PublicationState.PUBLISHED;
import static nl.etalage.scheduling.publication.PublicationState.PUBLISHING;
import static nl.etalage.scheduling.publication.PublicationState.RECALLED;
import static nl.etalage.scheduling.publication.PublicationState.REMOVED;
import static nl.etalage.scheduling.publication.PublicationState.REMOVING;
import static nl.etalage.scheduling.publication.PublicationState.SCHEDULED;
import static nl.etalage.scheduling.publication.PublicationState.UNKNOWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The whole state machine, as a table: what isn't here can't happen. */
final class Transitions {

    private static final Map<PublicationState, Map<PublicationEvent, PublicationState>> TABLE =
            new EnumMap<>(PublicationState.class);

    static {
        from(PROPOSED)
                .to(CANCELLED, PublicationEvent.CANCEL)
                .to(MISSED, PublicationEvent.MISS)
                .to(RECALLED, PublicationEvent.RECALL)
                .to(PROPOSED, PublicationEvent.MOVE)
                .to(PROPOSED, PublicationEvent.REFRESH, PublicationEvent.REFRESH_FOR_APPROVAL);
        from(AWAITING_APPROVAL)
                .to(SCHEDULED, PublicationEvent.APPROVE)
                .to(CANCELLED, PublicationEvent.REJECT, PublicationEvent.CANCEL)
                .to(MISSED, PublicationEvent.MISS)
                .to(RECALLED, PublicationEvent.RECALL)
                .to(AWAITING_APPROVAL, PublicationEvent.MOVE, PublicationEvent.REFRESH_FOR_APPROVAL);
        from(SCHEDULED)
                .to(PUBLISHING, PublicationEvent.CLAIM)
                .to(CANCELLED, PublicationEvent.CANCEL)
                .to(MISSED, PublicationEvent.MISS)
                .to(RECALLED, PublicationEvent.RECALL)
                .to(SCHEDULED, PublicationEvent.MOVE, PublicationEvent.REFRESH)
                .to(AWAITING_APPROVAL, PublicationEvent.REFRESH_FOR_APPROVAL);
        from(PUBLISHING)
                .to(PUBLISHED, PublicationEvent.PUBLISH)
                .to(SCHEDULED, PublicationEvent.POSTPONE)
                .to(FAILED, PublicationEvent.FAIL)
                .to(UNKNOWN, PublicationEvent.LOSE)
                .to(REMOVING, PublicationEvent.WITHDRAW_OFFER);
        from(PUBLISHED).to(REMOVING, PublicationEvent.RECALL);
        from(UNKNOWN)
                .to(PUBLISHED, PublicationEvent.PUBLISH, PublicationEvent.RESOLVE_PUBLISHED)
                .to(SCHEDULED, PublicationEvent.POSTPONE)
                .to(FAILED, PublicationEvent.RESOLVE_FAILED)
                .to(UNKNOWN, PublicationEvent.LOSE)
                .to(REMOVING, PublicationEvent.RECALL);
        from(FAILED).to(SCHEDULED, PublicationEvent.RETRY).to(AWAITING_APPROVAL, PublicationEvent.RETRY_FOR_APPROVAL);
        from(MISSED).to(SCHEDULED, PublicationEvent.RETRY).to(AWAITING_APPROVAL, PublicationEvent.RETRY_FOR_APPROVAL);
        from(REMOVING).to(REMOVED, PublicationEvent.REMOVE).to(PUBLISHED, PublicationEvent.REFUSE_REMOVAL);
    }

    private Transitions() {}

    static Optional<PublicationState> from(PublicationState state, PublicationEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(event));
    }

    private static Row from(PublicationState state) {
        return new Row(TABLE.computeIfAbsent(state, any -> new EnumMap<>(PublicationEvent.class)));
    }

    private record Row(Map<PublicationEvent, PublicationState> next) {

        Row to(PublicationState state, PublicationEvent... events) {
            for (PublicationEvent event : events) {
                next.put(event, state);
            }
            return this;
        }
    }
}
