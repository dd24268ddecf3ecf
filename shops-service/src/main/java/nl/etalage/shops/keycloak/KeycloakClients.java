package nl.etalage.shops.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clients of shops' machines at Keycloak. Everything here may be done again without harm. */
@ApplicationScoped
public class KeycloakClients {

    /** Makes a token valid for our API, and tells which client it is of; see {@code deploy/keycloak}. */
    private static final List<String> OF_EVERY_CLIENT = List.of("basic", "etalage-api", "service_account");

    /** While it is asked a request holds a database connection; a slow Keycloak must not take them all. */
    private static final int AT_A_TIME = 4;

    private final KeycloakSession session;
    private final KeycloakConfig config;
    private final Semaphore turns = new Semaphore(AT_A_TIME);

    KeycloakClients(KeycloakSession session, KeycloakConfig config) {
        this.session = session;
        this.config = config;
    }

    /** Whether clients can be made here at all. */
    public boolean available() {
        return config.adminUrl().isPresent();
    }

    /**
     * Makes a client.
     *
     * @throws ProviderAwayException when nobody knows whether it was made
     */
    public void make(NewClient client) {
        List<String> scopes = Stream.concat(
                        OF_EVERY_CLIENT.stream(), client.scopes().stream().sorted())
                .toList();
        KeycloakAdmin.Client description = new KeycloakAdmin.Client(
                client.id(),
                client.clientId(),
                client.name(),
                "Made by Etalage, which also changes and removes it",
                true,
                "openid-connect",
                "client-secret",
                client.secret(),
                false,
                true,
                false,
                false,
                false,
                false,
                scopes,
                List.of(),
                Map.of("etalage.shop", client.shop()));
        if (!inTurn((admin, bearer) -> admin.create(bearer, config.realm(), description))) {
            throw new ProviderAwayException("Keycloak has no realm " + config.realm());
        }
    }

    /** Takes a client away; one that isn't there is taken away already. */
    public void remove(UUID id) {
        inTurn((admin, bearer) -> admin.delete(bearer, config.realm(), id));
    }

    /** Lets a client have tokens or not, with exactly these scopes of ours. */
    public void adjust(UUID id, String clientId, boolean enabled, Set<String> scopes) {
        inTurn((admin, bearer) -> {
            admin.update(bearer, config.realm(), id, new KeycloakAdmin.Enabling(id, clientId, enabled));
            List<String> wanted = new ArrayList<>(OF_EVERY_CLIENT);
            wanted.addAll(scopes);
            Map<String, String> has = byName(admin.scopesOf(bearer, config.realm(), id));
            Map<String, String> known = byName(admin.scopes(bearer, config.realm()));
            has.forEach((name, scope) -> {
                if (!wanted.contains(name)) {
                    admin.removeScope(bearer, config.realm(), id, scope);
                }
            });
            for (String name : wanted) {
                if (!has.containsKey(name) && known.containsKey(name)) {
                    admin.addScope(bearer, config.realm(), id, known.get(name));
                }
            }
        });
    }

    private static Map<String, String> byName(List<KeycloakAdmin.ClientScope> scopes) {
        return scopes.stream()
                .collect(Collectors.toMap(KeycloakAdmin.ClientScope::name, KeycloakAdmin.ClientScope::id));
    }

    /** False when there is no such thing at Keycloak. */
    private boolean inTurn(BiConsumer<KeycloakAdmin, String> action) {
        if (!turns.tryAcquire()) {
            throw new ProviderAwayException("Keycloak is being asked " + AT_A_TIME + " things already");
        }
        try {
            return session.ask(action);
        } finally {
            turns.release();
        }
    }
}
