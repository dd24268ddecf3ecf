package nl.etalage.gateway.contract;

import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** Placeholder. */
@ApplicationScoped
public class PublicOperations {
    public boolean contains(HttpMethod method, String path) {
        return path.startsWith("/api/v1/media/");
    }
}
