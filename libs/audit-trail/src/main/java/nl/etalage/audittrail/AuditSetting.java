package nl.etalage.audittrail;

import java.util.UUID;

/** What a service must tell the trail; each has one. */
public interface AuditSetting {

    /** A fresh id, greater than those before it (UUID version 7). */
    UUID nextId();

    /**
     * Who makes this request, whether or not they may; {@link Actor#NOBODY} outside a request and without a credential.
     * Called within a transaction.
     */
    Actor actor();
}
