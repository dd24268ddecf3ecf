package nl.etalage.content.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.access.Actor;
import nl.etalage.content.access.CurrentStand;
import nl.etalage.content.ops.Ids;
import nl.etalage.content.ops.StoredJson;

/** Starts a draft: in one statement, with its line in the audit, so that it needs no transaction around it. */
@ApplicationScoped
class StartStory {

    private static final String INSERT =
            """
            INSERT INTO story (id, state, revision, content, author, last_editor, unreviewed, created_at, changed_at,
                version)
            SELECT ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?, ?, ?
            FROM replica_stand r CROSS JOIN theme_stand t WHERE ? OR (r.version, t.version) = (?, ?)""";

    private final AcceptContent accept;
    private final AuditTrail audit;
    private final CurrentStand stand;
    private final Ids ids;
    private final Clock clock;

    StartStory(AcceptContent accept, AuditTrail audit, CurrentStand stand, Ids ids, Clock clock) {
        this.accept = accept;
        this.audit = audit;
        this.stand = stand;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Starts a draft.
     *
     * @return empty when it was judged by what doesn't hold any more; then nothing is written
     * @throws nl.etalage.problem.ProblemException 422 for what no draft can hold
     */
    Optional<Story> start(StoryContent content, Actor author) {
        StoryContent accepted = accepted(content);
        Story story = Story.draft(ids.next(), accepted, author, clock.instant());
        return audit.recordWith(INSERT, insert -> bind(insert, story), "story.created", null, "story/" + story.id())
                ? Optional.of(story)
                : Optional.empty();
    }

    /** Entities that are read outside a transaction hold their connection until the request ends. */
    private StoryContent accepted(StoryContent content) {
        return content.assets().isEmpty() && content.translationOf() == null
                ? accept.accept(null, content, "")
                : QuarkusTransaction.joiningExisting().call(() -> accept.accept(null, content, ""));
    }

    private int bind(PreparedStatement insert, Story story) throws SQLException {
        insert.setObject(1, story.id());
        insert.setString(2, story.state().name());
        insert.setInt(3, story.revision());
        insert.setString(4, written(story.content()));
        insert.setObject(5, story.author());
        insert.setObject(6, story.lastEditor());
        insert.setBoolean(7, story.unreviewed());
        insert.setObject(8, story.createdAt().atOffset(ZoneOffset.UTC));
        insert.setObject(9, story.changedAt().atOffset(ZoneOffset.UTC));
        insert.setLong(10, story.version());
        insert.setBoolean(11, !stand.presumed());
        insert.setLong(12, stand.replica().version());
        insert.setLong(13, stand.themes());
        return 13;
    }

    private static String written(StoryContent content) {
        try {
            return StoredJson.MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A story can't be stored", unwritable);
        }
    }
}
