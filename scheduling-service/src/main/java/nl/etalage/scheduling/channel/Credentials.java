package nl.etalage.scheduling.channel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What opens an account. Goes in, never out.
 *
 * @param server where the platform is, such as {@code https://mastodon.example}
 * @param accessToken token with the scopes to read the account and to write statuses and media
 */
public record Credentials(@Schema(required = true) String server, @Schema(required = true) String accessToken) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Credentials[" + server + "]";
    }
}
