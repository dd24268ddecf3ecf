package nl.etalage.shops.integration;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.etalage.shops.access.Scope;

/** A machine that works for one shop, with the clients by which it comes in. */
@Entity
@Table(name = "integration")
public class Integration {

    @Id
    private UUID id;

    private String shop;
    private String issuer;

    private String name;
    private String[] scopes;
    private String state;

    @Column(name = "until_date")
    private LocalDate until;

    /** Written so that a change of clients is a change of the integration. */
    @SuppressWarnings("UnusedVariable")
    @Column(name = "clients_changed_at")
    private Instant clientsChangedAt;

    @OneToMany(mappedBy = "integration", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<IntegrationClient> clients = new ArrayList<>();

    @Version
    private long version;

    /** For Hibernate. */
    protected Integration() {}

    /** A new one as described, still without a client; its shop never changes. */
    Integration(UUID id, IntegrationDocument description, Instant now) {
        this.id = id;
        clientsChangedAt = now;
        shop = description.shop();
        issuer = description.issuer();
        describe(description);
    }

    /** Takes in a client that exists at the provider. The first has the integration's own id. */
    void bind(String clientId, Instant now) {
        clients.add(IntegrationClient.bound(this, id, clientId, now));
    }

    /** Takes in a client that we make at the provider under this id. */
    void receive(UUID client, String clientId, Instant now) {
        clients.add(IntegrationClient.made(this, client, clientId, now));
    }

    /** Lets all clients that there are end at a moment, or sooner where that was said before; a new one is to follow. */
    void endClientsAt(Instant moment, Instant now) {
        clients.forEach(client -> client.endAt(moment));
        clientsChangedAt = now;
    }

    /** Takes over all that may change. */
    final void describe(IntegrationDocument description) {
        name = description.name().strip();
        scopes = description.scopes().stream()
                .distinct()
                .sorted()
                .map(Scope::word)
                .toArray(String[]::new);
        until = description.until();
        state = description.state().word();
    }

    UUID id() {
        return id;
    }

    String shop() {
        return shop;
    }

    String issuer() {
        return issuer;
    }

    String name() {
        return name;
    }

    /** Words of the scopes, sorted. */
    String[] scopes() {
        return scopes.clone();
    }

    /** Oldest first. */
    List<IntegrationClient> clients() {
        return List.copyOf(clients);
    }

    /** Whether the provider's client is ours to change. */
    boolean madeHere() {
        return clients.stream().allMatch(IntegrationClient::madeHere);
    }

    /** Counts changes; what is pending is not counted before it is flushed. */
    long version() {
        return version;
    }

    /** The integration as others see it. */
    IntegrationDocument document() {
        return new IntegrationDocument(
                id,
                shop,
                issuer,
                clients.get(clients.size() - 1).clientId(),
                name,
                Arrays.stream(scopes).map(word -> Scope.of(word).orElseThrow()).toList(),
                until,
                IntegrationState.of(state),
                clients.stream().map(IntegrationClient::document).toList(),
                null,
                version);
    }
}
