package nl.etalage.shops.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.etalage.shops.ShopsProblem;
import nl.etalage.shops.access.Role;

/** A person who is asked to become a member; who it is shows when they sign in. */
@Entity
@Table(name = "member_invitation")
public class MemberInvitation {

    @Id
    private UUID id;

    private String shop;
    private String email;
    private String name;
    private String role;

    @Column(name = "until_date")
    private LocalDate until;

    private boolean welcome;
    private String state;
    private String failure;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** Who came of it; written for whoever has to find out later. */
    @SuppressWarnings("UnusedVariable")
    private UUID member;

    @Version
    private long version;

    /** For Hibernate. */
    protected MemberInvitation() {}

    /**
     * A new invitation, its mail yet to go.
     *
     * @param welcome whether it greets a shop that just joined
     */
    MemberInvitation(UUID id, String shop, NewMemberInvitation asked, boolean welcome, Instant now) {
        this.id = id;
        this.shop = shop;
        email = asked.email();
        name = asked.name().strip();
        role = asked.role().word();
        until = asked.until();
        this.welcome = welcome;
        createdAt = now;
        state = InvitationState.WAITING.word();
    }

    /** The mail goes out again, with another link. */
    void resend() {
        requireOpen();
        state = InvitationState.WAITING.word();
        failure = null;
    }

    void revoke() {
        requireOpen();
        state = InvitationState.REVOKED.word();
    }

    /** The person is this member from now on. */
    void accept(UUID made) {
        requireOpen();
        state = InvitationState.ACCEPTED.word();
        member = made;
    }

    private void requireOpen() {
        if (!open()) {
            throw ShopsProblem.INVITATION_CLOSED.because();
        }
    }

    boolean open() {
        return InvitationState.of(state).open();
    }

    /** What its link offers can still be had on this day. */
    boolean holdsOn(LocalDate day) {
        return open() && (until == null || !until.isBefore(day));
    }

    UUID id() {
        return id;
    }

    /** Slug, or null for the central group. */
    String shop() {
        return shop;
    }

    boolean welcome() {
        return welcome;
    }

    /** Counts changes; what is pending is not counted before it is flushed. */
    long version() {
        return version;
    }

    MemberInvitationView view() {
        return new MemberInvitationView(
                id,
                shop,
                email,
                name,
                Role.of(role),
                until,
                InvitationState.of(state),
                failure,
                createdAt,
                sentAt,
                expiresAt,
                version);
    }
}
