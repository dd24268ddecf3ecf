package nl.etalage.shops.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** Who was invited to a shop, in its export: also who answered, and whose invitation was taken back. */
@ApplicationScoped
class ExportedMemberInvitations implements Exported {

    private final MemberInvitationRepository invitations;

    ExportedMemberInvitations(MemberInvitationRepository invitations) {
        this.invitations = invitations;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.MEMBER_INVITATION;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return invitations.all(shop, Exported.id(after), limit).stream()
                .map(MemberInvitation::view)
                .map(invitation -> ExportItem.of(kind(), invitation.id(), invitation))
                .toList();
    }
}
