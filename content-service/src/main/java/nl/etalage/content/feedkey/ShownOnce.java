package nl.etalage.content.feedkey;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The secret that the answer to this request shows. It comes to the answer after that was remembered for the request's
 * Idempotency-Key, so that it is written down nowhere.
 */
@RequestScoped
class ShownOnce {

    private FeedSecret secret;

    void keep(FeedSecret made) {
        secret = made;
    }

    Optional<FeedSecret> secret() {
        return Optional.ofNullable(secret);
    }
}
