package nl.etalage.shops.integration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/**
 * Clients to take away at the provider. Housekeeping does so when they are due, and asks again until it is done.
 */
@ApplicationScoped
class ClientRemovals {

    private final EntityManager entities;

    ClientRemovals(EntityManager entities) {
        this.entities = entities;
    }

    /** To be taken away from this moment on, if this transaction commits. */
    void due(UUID client, Instant moment) {
        entities.createNativeQuery(
                        "INSERT INTO client_removal (id, due_at) VALUES (:id, :due) ON CONFLICT (id) DO NOTHING")
                .setParameter("id", client)
                .setParameter("due", moment)
                .executeUpdate();
    }

    /** To be taken away from this moment on, whatever becomes of this transaction, unless {@link #cancel} says not. */
    void dueUnlessCancelled(UUID client, Instant moment) {
        QuarkusTransaction.requiringNew().run(() -> due(client, moment));
    }

    /** Not to be taken away, if this transaction commits. */
    void cancel(UUID client) {
        entities.createNativeQuery("DELETE FROM client_removal WHERE id = :id")
                .setParameter("id", client)
                .executeUpdate();
    }
}
