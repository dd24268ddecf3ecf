package nl.etalage.scheduling.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.etalage.audittrail.Actor;
import nl.etalage.audittrail.AuditSetting;
import nl.etalage.identity.Caller;
import nl.etalage.identity.CurrentCaller;
import nl.etalage.scheduling.ops.Ids;

/** Who calls, for the audit trail: also who was refused. */
@ApplicationScoped
class CallerInTheTrail implements AuditSetting {

    private final SecurityIdentity identity;
    private final CurrentCaller current;
    private final Memberships memberships;
    private final Ids ids;

    CallerInTheTrail(SecurityIdentity identity, CurrentCaller current, Memberships memberships, Ids ids) {
        this.identity = identity;
        this.current = current;
        this.memberships = memberships;
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
        Caller caller = current.get();
        Standing standing = memberships.of(caller);
        if (caller.machine()) {
            return Actor.machine(caller.issuer() + " " + caller.clientId(), caller.clientId(), standing.shops());
        }
        Map<String, UUID> members =
                standing.parts().values().stream().collect(Collectors.toMap(Part::shop, Part::actor));
        return Actor.person(caller.issuer() + " " + caller.subject(), members, standing.centralMember());
    }
}
