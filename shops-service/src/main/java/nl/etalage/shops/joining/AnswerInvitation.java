package nl.etalage.shops.joining;

import static nl.etalage.shops.ShopsProblem.JOINING_SETTLED;
import static nl.etalage.shops.ShopsProblem.LINK_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.shops.access.NetworkConfig;
import nl.etalage.shops.link.LinkPurpose;
import nl.etalage.shops.link.Links;
import nl.etalage.shops.mail.MailKind;
import nl.etalage.shops.mail.Outbox;
import nl.etalage.shops.member.WelcomeShop;
import nl.etalage.shops.shop.DescribeShop;
import nl.etalage.shops.shop.ShopDocument;
import nl.etalage.shops.shop.ShopState;
import nl.etalage.shops.validation.Findings;

/** What whoever holds a shop's link reads and says. The link is all they need; it concerns one shop. */
@ApplicationScoped
class AnswerInvitation {

    private final JoiningRepository joinings;
    private final Links links;
    private final RowSecurity rowSecurity;
    private final DescribeShop shops;
    private final WelcomeShop managers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final JoiningConfig config;
    private final NetworkConfig network;
    private final Clock clock;

    AnswerInvitation(
            JoiningRepository joinings,
            Links links,
            RowSecurity rowSecurity,
            DescribeShop shops,
            WelcomeShop managers,
            Outbox outbox,
            AuditTrail audit,
            JoiningConfig config,
            NetworkConfig network,
            Clock clock) {
        this.joinings = joinings;
        this.links = links;
        this.rowSecurity = rowSecurity;
        this.shops = shops;
        this.managers = managers;
        this.outbox = outbox;
        this.audit = audit;
        this.config = config;
        this.network = network;
        this.clock = clock;
    }

    /**
     * The question, and what was answered so far. Changes nothing: mail scanners open links.
     *
     * @throws nl.etalage.problem.ProblemException 404 when the link opens nothing
     */
    JoiningView read(String secret) {
        Joining joining = opened(secret);
        ShopDocument shop = taking(shops.read(joining.shop()));
        return JoiningView.of(joining, shop, managers.present(joining.shop()), network);
    }

    /**
     * Takes the answer. The same answer again changes nothing; another one replaces it while the link holds.
     *
     * @throws nl.etalage.problem.ProblemException 404 when the link opens nothing, 422 when something is wrong with
     *     name or opening hours, 409 when a manager of the shop decides by now
     */
    JoiningView answer(String secret, JoiningAnswer given) {
        Findings findings = new Findings();
        findings.required("/answer", Findings.body(given).answer());
        if (given.openingHours() != null && given.openingHours().contains(null)) {
            findings.add("/openingHours", "required");
        }
        findings.throwIfAny();
        Joining joining = opened(secret);
        // The shop's row is the one lock that all who change whether it takes part have in common.
        ShopDocument before = taking(shops.hold(joining.shop()));
        joinings.hold(joining);
        boolean settled = managers.present(joining.shop());
        if (settled && given.answer() != Answer.YES) {
            throw JOINING_SETTLED.because();
        }
        if (joining.state() == JoiningState.REVOKED) {
            throw LINK_NOT_FOUND.because();
        }
        boolean news = joining.state() != given.answer().state();
        if (joining.answer(given.answer(), clock.instant())) {
            outbox.put(MailKind.REMINDER, joining.id(), clock.instant().plus(config.reminderAfter()));
        }
        joinings.flush();
        ShopDocument after = settled ? before : carryOut(joining, before, given);
        if (news) {
            audit.record(
                    "invitation." + joining.state().word(), joining.shop(), "invitation/" + joining.id(), List.of());
        }
        return JoiningView.of(joining, after, settled, network);
    }

    private ShopDocument carryOut(Joining joining, ShopDocument shop, JoiningAnswer given) {
        if (given.answer() != Answer.YES) {
            managers.uninvite(shop.slug());
            return shops.describe(shop.slug(), was -> was.in(ShopState.CANDIDATE));
        }
        ShopDocument joined =
                shops.describe(shop.slug(), was -> corrected(was, given).in(ShopState.ACTIVE));
        managers.invite(shop.slug(), joining.mailbox(), joined.name());
        return joined;
    }

    private static ShopDocument corrected(ShopDocument shop, JoiningAnswer given) {
        ShopDocument named = given.name() == null ? shop : shop.called(given.name(), shop.town(), shop.website());
        return given.openingHours() == null ? named : named.open(given.openingHours());
    }

    private Joining opened(String secret) {
        Joining joining = joinings.findByIdOptional(links.open(LinkPurpose.JOINING, secret))
                .orElseThrow(LINK_NOT_FOUND::because);
        rowSecurity.enter(List.of(joining.shop()));
        return joining;
    }

    private static ShopDocument taking(ShopDocument shop) {
        if (shop.state() == ShopState.CLOSED) {
            throw LINK_NOT_FOUND.because();
        }
        return shop;
    }
}
