package nl.etalage.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.etalage.testing.ServicePostgres;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers go and, as much, which stay. */
@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "probe"))
class IdempotencyCleanupTest {

    private static final String ISSUER = "https://id.example/realms/etalage";
    private static final Instant NOW = Instant.parse("2027-03-28T10:00:00Z");

    @ConfigProperty(name = "etalage.database.url")
    String url;

    @BeforeEach
    void anEmptyTable() throws Exception {
        String table = new String(
                IdempotencyCleanupTest.class
                        .getResourceAsStream("/idempotency.sql")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        try (Connection owner = connection("owner");
                Statement statement = owner.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS idempotency_key; " + table
                    + "GRANT SELECT, INSERT, UPDATE ON idempotency_key TO probe_application;"
                    + "GRANT SELECT, DELETE ON idempotency_key TO probe_worker;");
        }
    }

    @Test
    void whatWasAnsweredToThePersonGoesAndToNobodyElse() throws SQLException {
        answered(ISSUER + "|anja", "a1", null);
        answered(ISSUER + "|anja", "a2", "{\"name\":\"Bea\"}");
        answered(ISSUER + "|anja2", "longer", null);
        answered(ISSUER + "|an", "shorter", null);
        answered(ISSUER + "|ANJA", "capitals", null);
        answered("https://other.example|anja", "another's", null);
        answered("anja", "without issuer", null);
        answered("anonymous", "anonymous", null);

        assertEquals(2, forgetOf(ISSUER, "anja"));

        assertEquals(Set.of("longer", "shorter", "capitals", "another's", "without issuer", "anonymous"), kept());
        assertEquals(0, forgetOf(ISSUER, "anja"));
    }

    @Test
    void whoNeverSignedInHasNoAnswersAndNothingGoes() throws SQLException {
        answered(ISSUER + "|anja", "a1", null);
        answered("|anja", "no issuer", null);
        answered("|", "nothing", null);

        assertEquals(0, forgetOf(null, "anja"));
        assertEquals(0, forgetOf(ISSUER, null));
        assertEquals(0, forgetOf(null, null));

        assertEquals(Set.of("a1", "no issuer", "nothing"), kept());
    }

    @Test
    void aSubjectIsTakenAsItIs() throws SQLException {
        answered(ISSUER + "|100%_of \\'them", "odd", null);
        answered(ISSUER + "|100 of them", "plain", null);

        assertEquals(0, forgetOf(ISSUER, "%"));
        assertEquals(1, forgetOf(ISSUER, "100%_of \\'them"));

        assertEquals(Set.of("plain"), kept());
    }

    @Test
    void anAnswerThatHoldsATextAsAWholeValueGoesWhoeverItWasGivenTo() throws SQLException {
        answered(ISSUER + "|bea", "member", "{\"name\":\"Anja de Vries\",\"role\":\"publisher\"}");
        answered(ISSUER + "|carl", "nested", "{\"items\":[{\"to\":[\"anja@zeist.example\"]}]}");
        answered(ISSUER + "|carl", "longer", "{\"name\":\"Anja de Vries-Smit\"}");
        answered(ISSUER + "|carl", "within", "{\"text\":\"Met dank aan Anja de Vries uit Zeist\"}");
        answered(ISSUER + "|carl", "none", null);

        assertEquals(2, forgetHolding("Anja de Vries", "anja@zeist.example"));

        assertEquals(Set.of("longer", "within", "none"), kept());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xandra \"Xan\" Vries",
                "back\\slash",
                "J\u00f6rg \u00c9l\u00e9onore \ud83d\ude00",
                "tab\tand line\n",
                "100%_'); DROP TABLE idempotency_key; --"
            })
    void aTextIsFoundAsJsonWritesIt(String name) throws Exception {
        String body = new ObjectMapper().writeValueAsString(Map.of("name", name));
        answered(ISSUER + "|bea", "names", body);
        answered(ISSUER + "|bea", "names nobody", "{\"name\":\"Iemand\"}");

        assertEquals(1, forgetHolding(name));

        assertEquals(Set.of("names nobody"), kept());
    }

    @Test
    void noTextTakesNothing() throws SQLException {
        answered(ISSUER + "|bea", "a", "{\"name\":\"\"}");

        assertEquals(0, forgetHolding());

        assertEquals(Set.of("a"), kept());
    }

    @Test
    void anAnswerThatHoldsSeveralTextsIsCountedOnce() throws SQLException {
        answered(ISSUER + "|bea", "both", "{\"name\":\"Anja\",\"email\":\"anja@zeist.example\"}");

        assertEquals(1, forgetHolding("Anja", "anja@zeist.example", "Anja"));

        assertEquals(Set.of(), kept());
    }

    private int forgetOf(String issuer, String subject) throws SQLException {
        try (Connection worker = connection("worker")) {
            return IdempotencyCleanup.forgetOf(worker, issuer, subject);
        }
    }

    private int forgetHolding(String... texts) throws SQLException {
        try (Connection worker = connection("worker")) {
            return IdempotencyCleanup.forgetHolding(worker, List.of(texts));
        }
    }

    private void answered(String caller, String key, String body) throws SQLException {
        try (Connection application = connection("application");
                PreparedStatement insert = application.prepareStatement("INSERT INTO idempotency_key"
                        + " (caller, key, request_hash, status, headers, body, created_at)"
                        + " VALUES (?, ?, 'hash', 201, '{}', ?, ?)")) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setString(3, body);
            insert.setObject(4, NOW.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private Set<String> kept() throws SQLException {
        Set<String> keys = new TreeSet<>();
        try (Connection application = connection("application");
                Statement statement = application.createStatement();
                ResultSet row = statement.executeQuery("SELECT key FROM idempotency_key")) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        return keys;
    }

    private Connection connection(String role) throws SQLException {
        return DriverManager.getConnection(url, "probe_" + role, "test");
    }
}
