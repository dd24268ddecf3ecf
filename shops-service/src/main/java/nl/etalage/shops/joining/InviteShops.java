package nl.etalage.shops.joining;

import static nl.etalage.shops.ShopsProblem.INVITATION_EXISTS;
import static nl.etalage.shops.ShopsProblem.SENTENCES;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.access.Reach;
import nl.etalage.shops.mail.MailKind;
import nl.etalage.shops.mail.Outbox;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.ops.Ids;
import nl.etalage.shops.shop.ContactBook;
import nl.etalage.shops.shop.ShopDocument;
import nl.etalage.shops.shop.ShopRepository;
import nl.etalage.shops.shop.ShopState;
import nl.etalage.shops.validation.Findings;

/** Asks a number of shops at once whether they join. */
@ApplicationScoped
class InviteShops {

    private final JoiningRepository joinings;
    private final ShopRepository shops;
    private final ContactBook contacts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Constraints constraints;
    private final Clock clock;
    private final Ids ids;

    InviteShops(
            JoiningRepository joinings,
            ShopRepository shops,
            ContactBook contacts,
            Outbox outbox,
            AuditTrail audit,
            Constraints constraints,
            Clock clock,
            Ids ids) {
        this.joinings = joinings;
        this.shops = shops;
        this.contacts = contacts;
        this.outbox = outbox;
        this.audit = audit;
        this.constraints = constraints;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Writes the invitations; their mails follow.
     *
     * @param language of the reasons why a shop is skipped
     * @throws nl.etalage.problem.ProblemException 422 when something is wrong with the wave, 409 when somebody else
     *     invites one of these shops at this moment
     */
    WaveView invite(NewWave wave, Sentences language) {
        Findings findings = new Findings();
        Findings.body(wave).check(findings);
        findings.throwIfAny();
        List<InvitationView> invited = new ArrayList<>();
        List<WaveView.Skipped> skipped = new ArrayList<>();
        List<String> named = wave.shops() == null ? joinings.uninvited(wave.group(), wave.most()) : wave.shops();
        for (String slug : named) {
            Optional<String> obstacle = obstacle(slug);
            if (obstacle.isPresent()) {
                String reason = language.sentence(SENTENCES, "not-invited." + obstacle.get(), List.of());
                skipped.add(new WaveView.Skipped(slug, reason));
            } else {
                invited.add(invite(slug, wave.wave().strip()));
            }
        }
        return new WaveView(wave.wave().strip(), invited, skipped);
    }

    private Optional<String> obstacle(String slug) {
        Optional<ShopDocument> shop = shops.within(slug, Reach.EVERYWHERE);
        if (shop.isEmpty()) {
            return Optional.of("no-such-shop");
        }
        if (shop.get().state() != ShopState.CANDIDATE) {
            return Optional.of(shop.get().state().word());
        }
        if (joinings.asks(slug)) {
            return Optional.of("asked");
        }
        return contacts.of(slug).mailbox() == null ? Optional.of("no-mailbox") : Optional.empty();
    }

    private InvitationView invite(String slug, String wave) {
        Joining joining = new Joining(ids.next(), slug, wave, contacts.of(slug).mailbox(), clock.instant());
        joinings.persist(joining);
        constraints.flush(Map.of("joining_one_at_a_time", INVITATION_EXISTS::because));
        outbox.put(MailKind.JOINING, joining.id());
        audit.record("shop.invited", slug, "invitation/" + joining.id(), List.of());
        return joining.view();
    }
}
