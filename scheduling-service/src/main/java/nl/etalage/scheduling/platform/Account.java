package nl.etalage.scheduling.platform;

import java.net.URI;

/**
 * An account that we may use.
 *
 * @param server where its platform is, without a path
 * @param accessToken secret; never logged, never answered
 * @param id the platform's own id of the account; null until it was verified
 */
public record Account(URI server, String accessToken, String id) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Account[" + server + ", " + id + "]";
    }
}
