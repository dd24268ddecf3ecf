package nl.etalage.shops.integration;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The secret that the answer to this request shows. It comes to the answer after that was remembered for the request's
 * Idempotency-Key, so that it is written down nowhere.
 */
@RequestScoped
class ShownOnce {

    private String secret;

    void keep(String value) {
        secret = value;
    }

    Optional<String> secret() {
        return Optional.ofNullable(secret);
    }
}
