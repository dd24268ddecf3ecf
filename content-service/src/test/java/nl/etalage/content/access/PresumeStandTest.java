package nl.etalage.content.access;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.centralGroup;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.member;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.picture;
import static nl.etalage.content.Network.removed;
import static nl.etalage.content.Network.theme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is judged by what was known last; nobody may notice when that is no longer so. */
@QuarkusTest
class PresumeStandTest {

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    @BeforeEach
    void somebodyLooked() {
        centralGroup();
        start("editor", "").then().statusCode(201);
    }

    /** Without an Idempotency-Key, as whoever sends one gets a transaction and a look of their own. */
    private static Response start(String subject, String members) {
        return as(subject)
                .contentType(ContentType.JSON)
                .body("{\"type\": \"maker\", \"title\": \"Op het oude oordeel\"%s}".formatted(members))
                .post("/api/v1/stories");
    }

    private long count(String select, Object parameter) {
        try (Connection connection = worker.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setObject(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private boolean arrived(UUID member) {
        return count("SELECT count(*) FROM membership WHERE id = ?", member) == 1;
    }

    /** Drafts, and lines about them. */
    private List<Long> written() {
        return List.of(
                count("SELECT count(*) FROM story WHERE content ->> 'title' = ?", "Op het oude oordeel"),
                count("SELECT count(*) FROM audit WHERE action = ?", "story.created"));
    }

    @Test
    void whoJustBecameAnEditorIsLetIn() {
        String subject = "new-" + UUID.randomUUID();
        start(subject, "").then().statusCode(403);
        String picture = ", \"assets\": [\"%s\"]".formatted(picture());
        UUID id = member(null, subject, "editor");
        eventually(() -> arrived(id));
        String story = start(subject, picture).then().statusCode(201).extract().path("id");
        assertEquals(
                1,
                count("SELECT count(*) FROM audit WHERE action = 'story.created' AND subject = ?", "story/" + story));
    }

    @Test
    void whoIsNoLongerAnEditorIsKeptOutAndWritesNothing() {
        String subject = "gone-" + UUID.randomUUID();
        UUID id = member(null, subject, "editor");
        eventually(() -> arrived(id));
        start(subject, "").then().statusCode(201);
        List<Long> before = written();
        removed(id);
        eventually(() -> !arrived(id));
        start(subject, "").then().statusCode(403);
        assertEquals(before, written());
    }

    @Test
    void aThemeCountsFromTheMomentItIsThereAndNoLongerThanThat() {
        String name = "Oordeel " + UUID.randomUUID();
        String key = theme(name);
        start("editor", ", \"themes\": [\"%s\"]".formatted(name))
                .then()
                .statusCode(201)
                .body("themes", contains(key));
        Response known = as("editor").get("/api/v1/themes/{key}", key);
        start("editor", "").then().statusCode(201);
        patch(known, "admin", "{\"state\": \"retired\"}")
                .patch("/api/v1/themes/{key}", key)
                .then()
                .statusCode(200);
        start("editor", ", \"themes\": [\"%s\"]".formatted(name))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", is("/themes/0"));
    }
}
