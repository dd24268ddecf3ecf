package nl.etalage.content.access;

import static nl.etalage.content.Network.COMPLETE;
import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.centralGroup;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.jpeg;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.member;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.removed;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.etalage.content.TestSettings;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is a member no more is named nowhere, and what they made stays. */
@QuarkusTest
class ErasureTest {

    private final String subject = "xandra-" + UUID.randomUUID();

    @AfterEach
    void release() {
        TestSettings.timeGoesOn();
    }

    @Test
    void withTheLastMembershipGoesAllThatNamesThePerson() {
        centralGroup();
        String shop = newShop();
        UUID manager = member(shop, subject, "manager");
        UUID editor = member(null, subject, "editor");
        eventually(() -> as(subject).get("/api/v1/stories").statusCode() == 200);
        String story = worksFor(shop);
        assertEquals(Set.of("idempotency_key", "membership"), holding());

        removed(manager);
        eventually(() -> as(subject).get("/api/v1/assets?shop={shop}", shop).statusCode() == 404);
        assertEquals(Set.of("idempotency_key", "membership"), holding());

        removed(editor);
        eventually(() -> holding().isEmpty());
        as("editor")
                .get("/api/v1/stories/{id}", story)
                .then()
                .statusCode(200)
                .body("author", equalTo(editor.toString()));
        as("editor").get("/api/v1/stories/{id}/revisions/1", story).then().body("author", equalTo(editor.toString()));
    }

    @Test
    void whoWroteAsAnEditorDoesNotReleaseAsACoach() {
        centralGroup();
        CLOCK.set(Instant.parse("2026-12-05T12:00:00Z"));
        member(null, subject, "editor", "2026-01-01", "2026-12-05");
        eventually(() -> as(subject).get("/api/v1/stories").statusCode() == 200);
        String story = writesAStory();
        act(story, "submit", subject, null).then().statusCode(200);
        CLOCK.set(Instant.parse("2026-12-06T12:00:00Z"));
        member(null, subject, "coach", "2026-12-06", null);
        eventually(() -> as(subject).get("/api/v1/stories").statusCode() == 200);
        act(story, "release", subject, null)
                .then()
                .statusCode(403)
                .body("type", equalTo("https://etalage.nl/problems/own-work"));
        act(story, "release", "coach", null).then().statusCode(200);
    }

    /** Leaves something in every place that knows who did it; answers the id of a released story. */
    private String worksFor(String shop) {
        String story = writesAStory();
        act(story, "submit", subject, null).then().statusCode(200);
        act(story, "release", "editor2", null).then().statusCode(200);
        act(
                        story,
                        "correct",
                        subject,
                        "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"summary\": \"Beter.\"}}")
                .then()
                .statusCode(200);
        act(story, "confirm", "editor2", null).then().statusCode(200);
        json(subject, "{\"shop\": \"%s\", \"story\": \"%s\"}".formatted(shop, story))
                .header("Idempotency-Key", "eigen-" + subject)
                .post("/api/v1/adaptations")
                .then()
                .statusCode(201);
        String campaign = json(
                        subject, "{\"name\": \"Lente\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2099-06-30\"}")
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json(subject, "{\"shop\": \"%s\"}".formatted(shop))
                .post("/api/v1/campaigns/{id}/participations", campaign)
                .then()
                .statusCode(201);
        json(subject, "{\"shop\": \"%s\", \"text\": \"Iets van ons.\"}".formatted(shop))
                .post("/api/v1/contributions")
                .then()
                .statusCode(201);
        as(subject)
                .multiPart("file", "x.jpg", jpeg(20, 20), "image/jpeg")
                .post("/api/v1/assets?shop={shop}", shop)
                .then()
                .statusCode(201);
        return story;
    }

    private String writesAStory() {
        return json(subject, "{" + COMPLETE + ", \"body\": \"Tekst.\"}")
                .post("/api/v1/stories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The tables of this service that hold the person's subject anywhere. */
    private Set<String> holding() {
        Set<String> found = new TreeSet<>();
        try (Connection owner = owner()) {
            for (String table : tables(owner)) {
                try (PreparedStatement select = owner.prepareStatement(
                        "SELECT EXISTS (SELECT FROM \"%s\" t WHERE to_jsonb(t)::text ILIKE ?)".formatted(table))) {
                    select.setString(1, "%" + subject + "%");
                    try (ResultSet row = select.executeQuery()) {
                        row.next();
                        if (row.getBoolean(1)) {
                            found.add(table);
                        }
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return found;
    }

    private static List<String> tables(Connection owner) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** Sees every row of every table. */
    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        Connection connection = DriverManager.getConnection(
                config.getValue("etalage.database.url", String.class),
                "content_owner",
                config.getValue("etalage.database.owner-password", String.class));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.shop', '*', false)");
        }
        return connection;
    }
}
