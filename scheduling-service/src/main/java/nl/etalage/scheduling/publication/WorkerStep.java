package nl.etalage.scheduling.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.feed.PublicationChanged;
import nl.etalage.scheduling.ops.Sql;

/**
 * One step of a publication by a worker: where it may go says {@link PublicationState}, and it is written only if the
 * row is still where the worker saw it, under the lease the worker held. A worker that lost its lease writes nothing.
 */
public final class WorkerStep {

    private static final String UPDATE =
            """
            UPDATE publication SET
                state = ?, due_at = ?, lease = ?, tries = COALESCE(?, tries),
                first_call_at = COALESCE(first_call_at, ?), last_call_at = COALESCE(?, last_call_at),
                platform_id = COALESCE(?, platform_id), permalink = COALESCE(?, permalink),
                reason = CAST(? AS jsonb), removal = COALESCE(?, removal),
                offers = offers + ?, not_after = COALESCE(?, not_after),
                changed_at = ?, version = version + 1
             WHERE id = ? AND state = ? AND lease IS NOT DISTINCT FROM ?
            RETURNING shop, story, version""";

    private final UUID publication;
    private final PublicationState from;
    private final PublicationState to;
    private UUID heldLease;
    private UUID nextLease;
    private Instant dueAt;
    private Integer tries;
    private Instant calledAt;
    private String platformId;
    private String permalink;
    private Remark reason;
    private RemovalStatus removal;
    private int offers;
    private Instant notAfter;

    private WorkerStep(UUID publication, PublicationState from, PublicationState to) {
        this.publication = publication;
        this.from = from;
        this.to = to;
    }

    /**
     * The step that an event makes.
     *
     * @throws IllegalStateException when the state machine doesn't know it: a mistake of ours
     */
    public static WorkerStep of(UUID publication, PublicationState from, PublicationEvent event) {
        return new WorkerStep(
                publication,
                from,
                from.on(event).orElseThrow(() -> new IllegalStateException("No " + event + " from " + from)));
    }

    /** A change that leaves the state as it is. */
    public static WorkerStep staying(UUID publication, PublicationState state) {
        return new WorkerStep(publication, state, state);
    }

    /** Only while this lease is held; without this, only while none is. */
    public WorkerStep holding(UUID lease) {
        heldLease = lease;
        return this;
    }

    /** Takes a lease until a moment. */
    public WorkerStep leasing(UUID lease, Instant until) {
        nextLease = lease;
        dueAt = until;
        return this;
    }

    /** When a worker must look again; without this, never. */
    public WorkerStep due(Instant next) {
        dueAt = next;
        return this;
    }

    public WorkerStep tries(int count) {
        tries = count;
        return this;
    }

    /** A call that may put it there begins now. */
    public WorkerStep calling(Instant now) {
        calledAt = now;
        return this;
    }

    public WorkerStep found(String id, String link) {
        platformId = id;
        permalink = link;
        return this;
    }

    public WorkerStep because(Remark why) {
        reason = why;
        return this;
    }

    public WorkerStep removal(RemovalStatus status) {
        removal = status;
        return this;
    }

    /** Offered to a person once more, who now has until then. */
    public WorkerStep offered(Instant until) {
        offers = 1;
        notAfter = until;
        return this;
    }

    /** Writes it; empty when the row is no longer where the worker saw it. */
    public Optional<PublicationChanged> write(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, to.word());
            Sql.set(update, 2, dueAt);
            update.setObject(3, nextLease);
            update.setObject(4, tries, java.sql.Types.INTEGER);
            Sql.set(update, 5, calledAt);
            Sql.set(update, 6, calledAt);
            update.setString(7, platformId);
            update.setString(8, permalink);
            Sql.setJson(update, 9, reason);
            update.setString(10, removal == null ? null : removal.word());
            update.setInt(11, offers);
            Sql.set(update, 12, notAfter);
            Sql.set(update, 13, now);
            update.setObject(14, publication);
            update.setString(15, from.word());
            update.setObject(16, heldLease);
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? Optional.of(changed(row)) : Optional.empty();
            }
        }
    }

    private PublicationChanged changed(ResultSet row) throws SQLException {
        return new PublicationChanged(
                publication,
                row.getString("shop"),
                row.getObject("story", UUID.class),
                to.word(),
                row.getLong("version"));
    }
}
