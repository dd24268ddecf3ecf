package nl.etalage.shops.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.feed.ShopsFeed;

/** Tells the audit trail and the other services what happened to a member; ids only, no names or addresses. */
@ApplicationScoped
class MemberJournal {

    private final AuditTrail audit;
    private final EventFeed feed;

    MemberJournal(AuditTrail audit, EventFeed feed) {
        this.audit = audit;
        this.feed = feed;
    }

    private record Changed(
            UUID id,
            @JsonInclude(JsonInclude.Include.NON_NULL) String shop,
            String issuer,
            String subject,
            Role role,
            LocalDate from,
            LocalDate until,
            boolean trusted,
            long version) {}

    private record Removed(UUID id, @JsonInclude(JsonInclude.Include.NON_NULL) String shop) {}

    void added(MemberDocument member) {
        audit.record("member.added", member.shop(), subject(member), List.of());
        announce(member);
    }

    void changed(MemberDocument before, MemberDocument after) {
        audit.record("member.changed", after.shop(), subject(after), Changes.between(before, after));
        announce(after);
    }

    void removed(MemberDocument member) {
        audit.record("member.removed", member.shop(), subject(member), List.of());
        feed.append(
                ShopsFeed.NAME,
                new NewEvent(
                        "nl.etalage.shops.member.removed.v1",
                        subject(member),
                        new Removed(member.id(), member.shop())));
    }

    /** The last manager left the shop to the central group. */
    void handedOver(String shop) {
        audit.record("shop.handed-over", shop, "shop/" + shop, List.of());
    }

    private void announce(MemberDocument member) {
        Changed data = new Changed(
                member.id(),
                member.shop(),
                member.issuer(),
                member.subject(),
                member.role(),
                member.from(),
                member.until(),
                member.trusted(),
                member.version());
        feed.append(ShopsFeed.NAME, new NewEvent("nl.etalage.shops.member.changed.v1", subject(member), data));
    }

    private static String subject(MemberDocument member) {
        return "member/" + member.id();
    }
}
