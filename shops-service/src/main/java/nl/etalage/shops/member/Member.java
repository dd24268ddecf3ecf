package nl.etalage.shops.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import nl.etalage.identity.Caller;
import nl.etalage.shops.access.Role;

/** A person with a role at a shop or in the central group, during a period. */
@Entity
@Table(name = "member")
public class Member {

    @Id
    private UUID id;

    private String shop;
    private String issuer;
    private String subject;
    private String name;
    private String email;
    private String role;

    @Column(name = "from_date")
    private LocalDate from;

    @Column(name = "until_date")
    private LocalDate until;

    private boolean trusted;

    @Version
    private long version;

    /** For Hibernate. */
    protected Member() {}

    /** A new member as described; who it is never changes. */
    Member(UUID id, MemberDocument description) {
        this.id = id;
        shop = description.shop();
        issuer = description.issuer();
        subject = description.subject();
        describe(description);
    }

    /** Takes over all that may change. */
    final void describe(MemberDocument description) {
        name = description.name().strip();
        email = description.email();
        role = description.role().word();
        from = description.from();
        until = description.until();
        trusted = Boolean.TRUE.equals(description.trusted());
    }

    /** Counts changes; what is pending is not counted before it is flushed. */
    long version() {
        return version;
    }

    UUID id() {
        return id;
    }

    /** Whether this is a manager of the shop, or an admin of the central group, on a day. */
    boolean leadsOn(LocalDate day) {
        boolean leader = Role.of(role) == Role.MANAGER || Role.of(role) == Role.ADMIN;
        return leader && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean is(Caller caller) {
        return !caller.machine() && issuer.equals(caller.issuer()) && subject.equals(caller.subject());
    }

    /** The member as managers see it. */
    MemberDocument document() {
        return new MemberDocument(id, shop, subject, issuer, name, email, Role.of(role), from, until, trusted, version);
    }
}
