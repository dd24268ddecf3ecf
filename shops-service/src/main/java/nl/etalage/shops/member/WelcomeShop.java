package nl.etalage.shops.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import nl.etalage.shops.access.Reach;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.limits.Measure;
import nl.etalage.shops.limits.ShopLimits;
import nl.etalage.shops.mail.MailKind;
import nl.etalage.shops.shop.ShopRepository;

/** The second step of joining: somebody of the shop gets an account and becomes its manager. */
@ApplicationScoped
public class WelcomeShop {

    private final MemberRepository members;
    private final MemberInvitationRepository invitations;
    private final InviteMember inviteMember;
    private final ShopRepository shops;
    private final ShopLimits limits;
    private final Clock clock;

    WelcomeShop(
            MemberRepository members,
            MemberInvitationRepository invitations,
            InviteMember inviteMember,
            ShopRepository shops,
            ShopLimits limits,
            Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.inviteMember = inviteMember;
        this.shops = shops;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether the shop has a manager today. */
    public boolean present(String shop) {
        var zone = shops.require(shop, Reach.EVERYWHERE).zone();
        return members.hasManagerOn(shop, LocalDate.ofInstant(clock.instant(), zone));
    }

    /**
     * Mails the shop a link to become its manager, unless one is out or there is a manager.
     *
     * @throws nl.etalage.problem.ProblemException 429 when the shop had too many of them in a short time
     */
    public void invite(String shop, String mailbox, String name) {
        if (!present(shop) && invitations.welcomes(shop).isEmpty()) {
            limits.count(Measure.LETTERS, shop);
            inviteMember.invite(shop, new NewMemberInvitation(mailbox, name, Role.MANAGER, null), MailKind.WELCOME);
        }
    }

    /** Takes such a link back. */
    public void uninvite(String shop) {
        invitations.welcomes(shop).forEach(inviteMember::revoke);
    }
}
