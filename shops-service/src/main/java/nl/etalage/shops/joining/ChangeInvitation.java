package nl.etalage.shops.joining;

import static nl.etalage.shops.ShopsProblem.INVITATION_CLOSED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.shops.link.LinkPurpose;
import nl.etalage.shops.link.Links;
import nl.etalage.shops.mail.MailKind;
import nl.etalage.shops.mail.Outbox;
import nl.etalage.shops.shop.ContactBook;

/** Sends an invitation anew, or takes it back. */
@ApplicationScoped
class ChangeInvitation {

    private final JoiningRepository joinings;
    private final ContactBook contacts;
    private final Links links;
    private final Outbox outbox;
    private final AuditTrail audit;

    ChangeInvitation(JoiningRepository joinings, ContactBook contacts, Links links, Outbox outbox, AuditTrail audit) {
        this.joinings = joinings;
        this.contacts = contacts;
        this.links = links;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Sends a new link to the shop's present mailbox; the old links stop working.
     *
     * @throws nl.etalage.problem.ProblemException 404, 412 or 428 for the version, 409 when the shop said yes, the
     *     invitation was taken back, or there is no mailbox any more
     */
    InvitationView renew(UUID id, String ifMatch) {
        Joining joining = joinings.requireForChange(id);
        IfMatch.require(ifMatch, joining.version());
        String mailbox = contacts.of(joining.shop()).mailbox();
        if (mailbox == null) {
            throw INVITATION_CLOSED.because();
        }
        joining.renew(mailbox);
        joinings.flush();
        links.revoke(LinkPurpose.JOINING, id);
        outbox.put(MailKind.JOINING, id);
        audit.record("invitation.renewed", joining.shop(), "invitation/" + id, List.of());
        return joining.view();
    }

    /** Lets every link of the invitation stop working. */
    void revoke(UUID id, String ifMatch) {
        Joining joining = joinings.requireForChange(id);
        IfMatch.require(ifMatch, joining.version());
        joining.revoke();
        joinings.flush();
        links.revoke(LinkPurpose.JOINING, id);
        audit.record("invitation.revoked", joining.shop(), "invitation/" + id, List.of());
    }
}
