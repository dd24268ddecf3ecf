package nl.etalage.scheduling.publication;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a publication is at. Whoever moves one, a person or a worker, asks {@link #on} where it may go. */
public enum PublicationState {
    /** Suggested; nobody at the shop has said anything yet. */
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("awaiting-approval")
    AWAITING_APPROVAL,
    @JsonProperty("scheduled")
    SCHEDULED,
    /** A call is under way; where a person posts: it is up to them. */
    @JsonProperty("publishing")
    PUBLISHING,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("failed")
    FAILED,
    /** It may be there or not, and we keep looking. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** Its moment passed before it could go out. */
    @JsonProperty("missed")
    MISSED,
    @JsonProperty("cancelled")
    CANCELLED,
    /** The story was taken back before this went out. */
    @JsonProperty("recalled")
    RECALLED,
    /** The story was taken back and this is, or may be, out there. */
    @JsonProperty("removing")
    REMOVING,
    @JsonProperty("removed")
    REMOVED;

    /** Where an event leads; empty when it can't happen here. */
    public Optional<PublicationState> on(PublicationEvent event) {
        return Transitions.from(this, event);
    }

    /** Whether it is still to go out. */
    public boolean planned() {
        return this == PROPOSED || this == AWAITING_APPROVAL || this == SCHEDULED;
    }

    /** The word in the API and the database, such as {@code awaiting-approval}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is no such state */
    @JsonCreator
    public static PublicationState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state " + word));
    }
}
