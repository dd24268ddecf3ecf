package nl.etalage.shops.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How it stands with an invitation to become a member. */
public enum InvitationState {
    /** The mail has yet to go. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("sent")
    SENT,
    /** The person's mail server refused the mail. */
    @JsonProperty("failed")
    FAILED,
    /** The person signed in and is a member. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** Taken back; its links stopped working. */
    @JsonProperty("revoked")
    REVOKED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InvitationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean open() {
        return this != ACCEPTED && this != REVOKED;
    }
}
