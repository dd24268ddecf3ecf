package nl.etalage.shops.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.shops.ShopsProblem;

/** The question to one shop whether it joins, and its answer. */
@Entity
@Table(name = "joining")
public class Joining {

    @Id
    private UUID id;

    private String shop;
    private String wave;
    private String mailbox;
    private String state;
    private String failure;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private boolean reminding;

    @Version
    private long version;

    /** For Hibernate. */
    protected Joining() {}

    /** A new question, its mail yet to go. */
    Joining(UUID id, String shop, String wave, String mailbox, Instant now) {
        this.id = id;
        this.shop = shop;
        this.wave = wave;
        this.mailbox = mailbox;
        createdAt = now;
        state = JoiningState.WAITING.word();
    }

    /**
     * Takes the shop's answer, whatever it said before.
     *
     * @return whether a reminder is to follow: once, after the first "later"
     */
    boolean answer(Answer answer, Instant now) {
        if (state() == answer.state()) {
            return false;
        }
        state = answer.state().word();
        answeredAt = now;
        boolean first = answer == Answer.LATER && !reminding;
        reminding = reminding || first;
        return first;
    }

    /**
     * Asks again, at a mailbox that may have changed.
     *
     * @throws nl.etalage.problem.ProblemException 409 when the shop has said yes, or the question was taken back
     */
    void renew(String otherMailbox) {
        if (state() == JoiningState.YES || state() == JoiningState.REVOKED) {
            throw ShopsProblem.INVITATION_CLOSED.because();
        }
        state = JoiningState.WAITING.word();
        mailbox = otherMailbox;
        failure = null;
    }

    /** Takes the question back; what was answered stays in the shop. */
    void revoke() {
        if (state() == JoiningState.REVOKED) {
            throw ShopsProblem.INVITATION_CLOSED.because();
        }
        state = JoiningState.REVOKED.word();
    }

    /** Whose mailbox it was wants to be forgotten; a question without one is over, an answer stands. */
    void forgetMailbox() {
        mailbox = "";
        if (state() != JoiningState.YES) {
            state = JoiningState.REVOKED.word();
        }
    }

    JoiningState state() {
        return JoiningState.of(state).orElseThrow();
    }

    UUID id() {
        return id;
    }

    String shop() {
        return shop;
    }

    String mailbox() {
        return mailbox;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Counts changes; what is pending is not counted before it is flushed. */
    long version() {
        return version;
    }

    InvitationView view() {
        return new InvitationView(
                id, shop, wave, mailbox, state(), failure, createdAt, sentAt, answeredAt, expiresAt, version);
    }
}
