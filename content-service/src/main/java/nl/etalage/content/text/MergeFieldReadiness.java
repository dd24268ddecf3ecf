package nl.etalage.content.text;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once shops-service has told, ever, which merge fields there are; a shops-service that is away later is no harm. */
@Readiness
@ApplicationScoped
class MergeFieldReadiness implements HealthCheck {

    private final KnownMergeFields fields;

    MergeFieldReadiness(KnownMergeFields fields) {
        this.fields = fields;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("merge-fields").status(fields.known()).build();
    }
}
