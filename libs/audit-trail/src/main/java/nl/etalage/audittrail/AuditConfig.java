package nl.etalage.audittrail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much refused callers can make us write. */
@ConfigMapping(prefix = "etalage.audit")
public interface AuditConfig {

    /** Refusals written down per caller and minute, on one instance; more are counted. A person errs less often. */
    @WithDefault("30")
    int refusalsPerMinute();

    /** Refusals written down per minute of all callers together, on one instance; more are counted. */
    @WithDefault("600")
    int allRefusalsPerMinute();
}
