package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while pictures can be written. */
@Readiness
@ApplicationScoped
class MediaReadiness implements HealthCheck {

    private final MediaStore store;

    MediaReadiness(MediaStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("media-store").status(store.writable()).build();
    }
}
