package nl.etalage.scheduling.recall;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.eventfeed.FeedEvent;
import nl.etalage.eventfeed.FeedHandler;
import nl.etalage.scheduling.ending.EndingKind;
import nl.etalage.scheduling.ending.HearEndings;
import nl.etalage.scheduling.ops.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What content-service tells: which adaptations changed, which stories were taken back or soon will be, and which
 * pictures may be used no longer.
 */
@ApplicationScoped
public class StoryFeed implements FeedHandler {

    /** The feed's name. */
    public static final String NAME = "work";

    /** What was under way when the story was taken back has ended by then, one way or the other. */
    private static final Duration SWEEP = Duration.ofDays(1);

    private static final String ADAPTATION =
            """
            INSERT INTO adaptation (id, shop, story, revision, state, version) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET shop = EXCLUDED.shop, story = EXCLUDED.story, revision = EXCLUDED.revision,
                state = EXCLUDED.state, version = EXCLUDED.version
             WHERE adaptation.version <= EXCLUDED.version""";
    private static final String RECALL =
            """
            INSERT INTO recall (story, revision, reason, at, sweep_until) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (story) DO UPDATE SET revision = EXCLUDED.revision, reason = EXCLUDED.reason,
                at = EXCLUDED.at, sweep_until = EXCLUDED.sweep_until, lifted_at = NULL""";
    private static final String LIFT =
            "UPDATE recall SET lifted_at = ? WHERE story = ? AND lifted_at IS NULL AND revision < ?";

    private final URI source;
    private final HearEndings endings;
    private final Clock clock;

    @Inject
    StoryFeed(@ConfigProperty(name = "etalage.content-url") URI content, HearEndings endings, Clock clock) {
        this.source = URI.create(content + "/events?feed=" + NAME);
        this.endings = endings;
        this.clock = clock;
    }

    @Override
    public String feed() {
        return NAME;
    }

    @Override
    public URI source() {
        return source;
    }

    @Override
    public void apply(Connection connection, FeedEvent event) throws SQLException {
        switch (event.type()) {
            case "nl.etalage.content.adaptation.changed.v1" -> adaptation(connection, event.data());
            case "nl.etalage.content.story.withdrawn.v1", "nl.etalage.content.story.expired.v1" ->
                recall(connection, event);
            case "nl.etalage.content.story.released.v1" -> lift(connection, event);
            case "nl.etalage.content.story.ending.v1" -> endings.ends(connection, EndingKind.STORY, event.data());
            case "nl.etalage.content.story.ending-moved.v1" ->
                endings.moves(connection, EndingKind.STORY, event.data());
            case "nl.etalage.content.asset.ending.v1" -> endings.ends(connection, EndingKind.PICTURE, event.data());
            case "nl.etalage.content.asset.ending-moved.v1" ->
                endings.moves(connection, EndingKind.PICTURE, event.data());
            case "nl.etalage.content.story.corrected.v1" ->
                PictureRecall.correct(connection, event.data(), event.time(), sweepUntil());
            case "nl.etalage.content.asset.ended.v1" ->
                PictureRecall.end(
                        connection,
                        asset(event.data()),
                        event.data().path("reason").asText(),
                        event.time(),
                        sweepUntil());
            case "nl.etalage.content.asset.available.v1" ->
                PictureRecall.lift(connection, asset(event.data()), event.time());
            default -> {
                // A kind of event that this service has no use for.
            }
        }
    }

    private void adaptation(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(ADAPTATION)) {
            upsert.setObject(1, UUID.fromString(data.path("adaptation").asText()));
            upsert.setString(2, data.path("shop").asText());
            upsert.setObject(3, story(data));
            upsert.setInt(4, data.path("revision").asInt());
            upsert.setString(5, data.path("state").asText("open"));
            upsert.setLong(6, data.path("version").asLong());
            upsert.executeUpdate();
        }
        endings.adapted(connection, story(data), data.path("shop").asText());
    }

    private void recall(Connection connection, FeedEvent event) throws SQLException {
        JsonNode data = event.data();
        try (PreparedStatement upsert = connection.prepareStatement(RECALL)) {
            upsert.setObject(1, story(data));
            upsert.setInt(2, data.path("revision").asInt());
            upsert.setString(3, data.path("reason").asText(event.type().contains("expired") ? "expired" : "mistake"));
            Sql.set(upsert, 4, event.time());
            Sql.set(upsert, 5, sweepUntil());
            upsert.executeUpdate();
        }
        endings.takenBack(connection, story(data));
    }

    private static void lift(Connection connection, FeedEvent event) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(LIFT)) {
            Sql.set(update, 1, event.time());
            update.setObject(2, story(event.data()));
            update.setInt(3, event.data().path("revision").asInt());
            update.executeUpdate();
        }
    }

    private Instant sweepUntil() {
        return clock.instant().plus(SWEEP);
    }

    private static UUID asset(JsonNode data) {
        return UUID.fromString(data.path("asset").asText());
    }

    private static UUID story(JsonNode data) {
        return UUID.fromString(data.path("story").asText());
    }
}
