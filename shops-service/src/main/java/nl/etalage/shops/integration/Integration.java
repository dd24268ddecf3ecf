package nl.etalage.shops.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import nl.etalage.shops.access.Scope;

/** The binding of a machine client to one shop. */
@Entity
@Table(name = "integration")
public class Integration {

    @Id
    private UUID id;

    private String shop;
    private String issuer;

    @Column(name = "client_id")
    private String clientId;

    private String name;
    private String[] scopes;
    private String state;

    @Column(name = "until_date")
    private LocalDate until;

    @Version
    private long version;

    /** For Hibernate. */
    protected Integration() {}

    /** A new binding as described; which client and shop it joins never changes. */
    Integration(UUID id, IntegrationDocument description) {
        this.id = id;
        shop = description.shop();
        issuer = description.issuer();
        clientId = description.clientId();
        describe(description);
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
                clientId,
                name,
                Arrays.stream(scopes).map(word -> Scope.of(word).orElseThrow()).toList(),
                until,
                IntegrationState.of(state),
                version);
    }
}
