package nl.etalage.content.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.etalage.audittrail.Actor;
import nl.etalage.audittrail.AuditSetting;
import nl.etalage.content.ops.Ids;

/** Who calls, for the audit trail: also who was refused. */
@ApplicationScoped
class CallerInTheTrail implements AuditSetting {

    private final SecurityIdentity identity;
    private final CurrentAccess access;
    private final Ids ids;

    CallerInTheTrail(SecurityIdentity identity, CurrentAccess access, Ids ids) {
        this.identity = identity;
        this.access = access;
        this.ids = ids;
    }

    @Override
    public UUID nextId() {
        return ids.next();
    }

    @Override
    public Actor actor() {
        return identity.isAnonymous() ? Actor.NOBODY : access.inTheTrail();
    }
}
