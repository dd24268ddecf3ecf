package nl.etalage.shops.keycloak;

import java.util.Set;
import java.util.UUID;

/**
 * A client to make.
 *
 * @param id its own id at Keycloak, chosen by us so that it can be taken away whatever happened meanwhile
 * @param name what people call it
 * @param shop slug of the shop it works for
 * @param scopes words of what its tokens grant
 * @param secret what it authenticates with
 */
public record NewClient(UUID id, String clientId, String name, String shop, Set<String> scopes, String secret) {

    public NewClient {
        scopes = Set.copyOf(scopes);
    }

    /** Without the secret: it must not end in a log. */
    @Override
    public String toString() {
        return "client " + clientId;
    }
}
