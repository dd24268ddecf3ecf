package nl.etalage.shops.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.erasure.Forgets;
import nl.etalage.shops.erasure.Person;
import nl.etalage.shops.link.LinkPurpose;
import nl.etalage.shops.link.Links;

/** Invitations that brought the person here, and those that went to an address of theirs; their links too. */
@ApplicationScoped
class ForgetInvitations implements Forgets {

    private final MemberInvitationRepository invitations;
    private final Links links;

    ForgetInvitations(MemberInvitationRepository invitations, Links links) {
        this.invitations = invitations;
        this.links = links;
    }

    @Override
    public String what() {
        return "invitations";
    }

    @Override
    public int forget(Person person) {
        List<MemberInvitation> found = invitations.about(person.members(), person.mailboxes());
        for (MemberInvitation invitation : found) {
            links.revoke(LinkPurpose.INVITATION, invitation.id());
            invitations.delete(invitation);
        }
        invitations.flush();
        return found.size();
    }
}
