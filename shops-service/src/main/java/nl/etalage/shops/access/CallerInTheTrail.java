package nl.etalage.shops.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.etalage.audittrail.Actor;
import nl.etalage.audittrail.AuditSetting;
import nl.etalage.identity.Caller;
import nl.etalage.identity.CurrentCaller;
import nl.etalage.shops.ops.Ids;

/** Who calls, for the audit trail: also whom {@link Gate} didn't let through. */
@ApplicationScoped
class CallerInTheTrail implements AuditSetting {

    private final SecurityIdentity identity;
    private final CurrentCaller current;
    private final Standings standings;
    private final Visitor visitor;
    private final Ids ids;

    CallerInTheTrail(SecurityIdentity identity, CurrentCaller current, Standings standings, Visitor visitor, Ids ids) {
        this.identity = identity;
        this.current = current;
        this.standings = standings;
        this.visitor = visitor;
        this.ids = ids;
    }

    @Override
    public UUID nextId() {
        return ids.next();
    }

    @Override
    public Actor actor() {
        if (identity.isAnonymous()) {
            return Actor.NOBODY;
        }
        Standing standing = visitor.present() ? visitor.standing() : standings.of(current.get());
        Caller caller = standing.caller();
        if (caller.machine()) {
            return Actor.machine(caller.issuer() + " " + caller.clientId(), caller.clientId(), standing.shops());
        }
        return Actor.person(caller.issuer() + " " + caller.subject(), members(standing), central(standing));
    }

    private static Map<String, UUID> members(Standing standing) {
        return standing.memberships().stream()
                .filter(membership -> membership.shop() != null)
                .collect(Collectors.toMap(Membership::shop, Membership::member, (first, second) -> first));
    }

    private static UUID central(Standing standing) {
        return standing.memberships().stream()
                .filter(membership -> membership.shop() == null)
                .map(Membership::member)
                .findFirst()
                .orElse(null);
    }
}
