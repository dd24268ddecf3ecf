package nl.etalage.scheduling.access;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Who is a member no more is named nowhere, and what they planned stays. */
@QuarkusTest
class ErasureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String subject = "xandra-" + UUID.randomUUID();

    @Test
    void withTheLastMembershipGoesAllThatNamesThePerson() {
        Winkel winkel = Winkel.open();
        Winkel other = Winkel.open();
        UUID member = Winkel.tellMember(winkel.slug(), subject, "publisher", true);
        UUID elsewhere = Winkel.tellMember(other.slug(), subject, "publisher", true);
        await().atMost(PATIENCE).until(() -> status(other) == 200);
        String publication = plans(winkel);
        assertEquals(Set.of("idempotency_key", "membership"), holding());

        gone(member);
        await().atMost(PATIENCE).until(() -> status(winkel) == 404);
        assertEquals(Set.of("idempotency_key", "membership"), holding());

        gone(elsewhere);
        await().atMost(PATIENCE).until(() -> holding().isEmpty());
        winkel.look(publication).body("createdBy", equalTo(member.toString()));
    }

    private int status(Winkel winkel) {
        return Winkel.with(Tokens.person(subject))
                .get("/api/v1/channels?shop=" + winkel.slug())
                .statusCode();
    }

    private String plans(Winkel winkel) {
        return Winkel.with(Tokens.person(subject))
                .header("Idempotency-Key", "plan-" + subject)
                .body(
                        """
                        {"shop":"%s","channel":"%s","adaptation":"%s","localTime":"2027-05-05T10:00"}"""
                                .formatted(
                                        winkel.slug(),
                                        winkel.assisted(),
                                        winkel.adaptation("Tekst " + subject.hashCode())
                                                .id()))
                .post("/api/v1/publications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void gone(UUID member) {
        Neighbours.shops()
                .feed("/events")
                .append("nl.etalage.shops.member.removed.v1", "member/" + member, "{\"id\":\"%s\"}".formatted(member));
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
                "scheduling_owner",
                config.getValue("etalage.database.owner-password", String.class));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.shop', '*', false)");
        }
        return connection;
    }
}
