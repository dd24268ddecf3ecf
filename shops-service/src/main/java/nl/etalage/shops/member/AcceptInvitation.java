package nl.etalage.shops.member;

import static nl.etalage.problem.HttpProblem.FORBIDDEN;
import static nl.etalage.shops.ShopsProblem.LINK_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.etalage.identity.Caller;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.shops.access.NetworkConfig;
import nl.etalage.shops.access.Reach;
import nl.etalage.shops.access.Visitor;
import nl.etalage.shops.link.LinkPurpose;
import nl.etalage.shops.link.Links;
import nl.etalage.shops.shop.Shop;
import nl.etalage.shops.shop.ShopRepository;

/**
 * Makes a member of the signed-in person who holds the mailed link. Both are needed: a mail address alone proves nothing,
 * and a link alone says not who they are.
 */
@ApplicationScoped
class AcceptInvitation {

    private final MemberInvitationRepository invitations;
    private final Links links;
    private final RowSecurity rowSecurity;
    private final ShopRepository shops;
    private final AddMember addMember;
    private final NetworkConfig network;
    private final Visitor visitor;
    private final Clock clock;

    AcceptInvitation(
            MemberInvitationRepository invitations,
            Links links,
            RowSecurity rowSecurity,
            ShopRepository shops,
            AddMember addMember,
            NetworkConfig network,
            Visitor visitor,
            Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.rowSecurity = rowSecurity;
        this.shops = shops;
        this.addMember = addMember;
        this.network = network;
        this.visitor = visitor;
        this.clock = clock;
    }

    /**
     * What the link offers; changes nothing.
     *
     * @throws nl.etalage.problem.ProblemException 404 when the link opens nothing
     */
    MembershipOffer read(String secret) {
        MemberInvitation invitation = opened(secret);
        requireToHold(invitation);
        MemberInvitationView view = invitation.view();
        String shop = invitation.shop() == null
                ? null
                : shops.require(invitation.shop(), Reach.EVERYWHERE).document().name();
        return new MembershipOffer(network.name(), shop, view.role(), view.until(), view.expires());
    }

    /**
     * The new member: the caller. The link is used up.
     *
     * @throws nl.etalage.problem.ProblemException 404 when the link opens nothing, 403 for a machine, 409 when the
     *     person has a role there already
     */
    MemberDocument accept(String secret) {
        Caller caller = visitor.standing().caller();
        if (caller.machine()) {
            throw FORBIDDEN.because();
        }
        MemberInvitation invitation = opened(secret);
        invitations.hold(invitation);
        Team team = requireToHold(invitation);
        MemberInvitationView view = invitation.view();
        String name = caller.name() == null || caller.name().isBlank() ? view.name() : caller.name();
        String email = caller.email() == null ? view.email() : caller.email();
        MemberDocument made = addMember.add(
                team,
                new MemberDocument(
                        null,
                        null,
                        caller.subject(),
                        caller.issuer(),
                        cut(name),
                        email,
                        view.role(),
                        null,
                        view.until(),
                        null,
                        null));
        invitation.accept(made.id());
        invitations.flush();
        links.revoke(LinkPurpose.INVITATION, invitation.id());
        return made;
    }

    private MemberInvitation opened(String secret) {
        UUID id = links.open(LinkPurpose.INVITATION, secret);
        MemberInvitation invitation = invitations.findByIdOptional(id).orElseThrow(LINK_NOT_FOUND::because);
        if (invitation.shop() == null) {
            rowSecurity.enterAll();
        } else {
            rowSecurity.enter(List.of(invitation.shop()));
        }
        return invitation;
    }

    private Team requireToHold(MemberInvitation invitation) {
        Team team = team(invitation.shop());
        if (!invitation.holdsOn(LocalDate.ofInstant(clock.instant(), team.zone()))) {
            throw LINK_NOT_FOUND.because();
        }
        return team;
    }

    private Team team(String slug) {
        if (slug == null) {
            return new Team(null, network.timeZone());
        }
        Shop shop = shops.require(slug, Reach.EVERYWHERE);
        return new Team(slug, shop.zone());
    }

    /** A provider's names may be longer than ours. */
    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MemberRules.LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MemberRules.LONGEST_NAME));
    }
}
