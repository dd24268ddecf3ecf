package nl.etalage.shops.member;

import static nl.etalage.shops.ShopsProblem.INVITATION_EXISTS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.shops.link.LinkPurpose;
import nl.etalage.shops.link.Links;
import nl.etalage.shops.mail.MailKind;
import nl.etalage.shops.mail.Outbox;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.ops.Ids;
import nl.etalage.shops.validation.Findings;

/** Asks a person by mail to become a member, again if need be, and takes it back. */
@ApplicationScoped
class InviteMember {

    /** Comes before every id. */
    private static final UUID START = new UUID(0, 0);

    private final MemberInvitationRepository invitations;
    private final Links links;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Constraints constraints;
    private final Clock clock;
    private final Ids ids;

    InviteMember(
            MemberInvitationRepository invitations,
            Links links,
            Outbox outbox,
            AuditTrail audit,
            Constraints constraints,
            Clock clock,
            Ids ids) {
        this.invitations = invitations;
        this.links = links;
        this.outbox = outbox;
        this.audit = audit;
        this.constraints = constraints;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Writes the invitation; its mail follows.
     *
     * @throws nl.etalage.problem.ProblemException 422 when something is wrong with it, 409 when this address has an
     *     open invitation there
     */
    MemberInvitationView invite(Team team, NewMemberInvitation asked) {
        Findings.body(asked).check(team, LocalDate.ofInstant(clock.instant(), team.zone()));
        return invite(team.shop(), asked, MailKind.MEMBERSHIP);
    }

    MemberInvitationView invite(String shop, NewMemberInvitation asked, MailKind kind) {
        MemberInvitation invitation =
                new MemberInvitation(ids.next(), shop, asked, kind == MailKind.WELCOME, clock.instant());
        invitations.persist(invitation);
        constraints.flush(Map.of("member_invitation_once", INVITATION_EXISTS::because));
        outbox.put(kind, invitation.id());
        audit.record("member.invited", shop, subject(invitation.id()), List.of());
        return invitation.view();
    }

    /** Invitations nobody has answered yet, oldest first. */
    Page<MemberInvitationView> pending(Team team, Integer limit, String pageToken) {
        PageRequest page = PageRequest.of(limit, pageToken, "invitations of " + team.shop());
        UUID after = page.first() ? START : UUID.fromString(page.after().get(0));
        return page.page(
                invitations.pending(team.shop(), after, page.limit() + 1),
                invitation -> List.of(invitation.id().toString()),
                MemberInvitation::view);
    }

    /**
     * Sends a new link; the old ones stop working.
     *
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version, 409 when it was answered or taken
     *     back
     */
    MemberInvitationView resend(Team team, UUID id, String ifMatch) {
        MemberInvitation invitation = invitations.requireForChange(team.shop(), id);
        IfMatch.require(ifMatch, invitation.version());
        invitation.resend();
        invitations.flush();
        links.revoke(LinkPurpose.INVITATION, id);
        outbox.put(invitation.welcome() ? MailKind.WELCOME : MailKind.MEMBERSHIP, id);
        audit.record("member-invitation.resent", team.shop(), subject(id), List.of());
        return invitation.view();
    }

    /** Lets every link of the invitation stop working. */
    void revoke(Team team, UUID id, String ifMatch) {
        MemberInvitation invitation = invitations.requireForChange(team.shop(), id);
        IfMatch.require(ifMatch, invitation.version());
        revoke(invitation);
    }

    void revoke(MemberInvitation invitation) {
        invitation.revoke();
        invitations.flush();
        links.revoke(LinkPurpose.INVITATION, invitation.id());
        audit.record("member-invitation.revoked", invitation.shop(), subject(invitation.id()), List.of());
    }

    private static String subject(UUID id) {
        return "member-invitation/" + id;
    }
}
