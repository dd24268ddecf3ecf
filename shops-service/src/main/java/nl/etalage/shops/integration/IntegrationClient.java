package nl.etalage.shops.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A client by which the machine of an integration comes in; while its secret is being replaced there are several. */
@Entity
@Table(name = "integration_client")
class IntegrationClient {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // Written for queries only.
    private String shop;

    @SuppressWarnings("UnusedVariable") // Written for queries only.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "integration")
    private Integration integration;

    @SuppressWarnings("UnusedVariable") // Written for queries only.
    private String issuer;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "made_here")
    private boolean madeHere;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @SuppressWarnings("UnusedVariable") // Written for queries only.
    @Column(name = "told_enabled")
    private boolean toldEnabled;

    @SuppressWarnings("UnusedVariable") // Written for queries only.
    @Column(name = "told_scopes")
    private String[] toldScopes;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Column(name = "last_refused_at", insertable = false, updatable = false)
    private Instant lastRefusedAt;

    @Column(name = "last_status", insertable = false, updatable = false)
    private Integer lastStatus;

    @Column(name = "last_problem", insertable = false, updatable = false)
    private String lastProblem;

    /** For Hibernate. */
    protected IntegrationClient() {}

    private IntegrationClient(Integration integration, UUID id, String clientId, boolean madeHere, Instant now) {
        this.id = id;
        this.integration = integration;
        this.clientId = clientId;
        this.madeHere = madeHere;
        shop = integration.shop();
        issuer = integration.issuer();
        madeAt = now;
        toldEnabled = true;
        toldScopes = integration.scopes();
    }

    /** One that exists at the provider already, and is changed there by whoever made it. */
    static IntegrationClient bound(Integration integration, UUID id, String clientId, Instant now) {
        return new IntegrationClient(integration, id, clientId, false, now);
    }

    /** One that we make at the provider, under the same id. */
    static IntegrationClient made(Integration integration, UUID id, String clientId, Instant now) {
        return new IntegrationClient(integration, id, clientId, true, now);
    }

    /** Lets it end at this moment, unless it ends sooner already. */
    void endAt(Instant moment) {
        if (endsAt == null || moment.isBefore(endsAt)) {
            endsAt = moment;
        }
    }

    boolean endedAt(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    UUID id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    boolean madeHere() {
        return madeHere;
    }

    /** Null while no end is known. */
    Instant endsAt() {
        return endsAt;
    }

    IntegrationDocument.Client document() {
        return new IntegrationDocument.Client(clientId, madeAt, endsAt);
    }

    IntegrationUse use() {
        IntegrationUse.Refusal refusal =
                lastRefusedAt == null ? null : new IntegrationUse.Refusal(lastRefusedAt, lastStatus, lastProblem);
        return new IntegrationUse(clientId, lastUsedAt, refusal);
    }
}
