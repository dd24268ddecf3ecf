package nl.etalage.scheduling.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.access.RowSecurityProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL itself says about the tables and the role, and what its pool gives away under load. */
@QuarkusTest
class RowSecurityProofTest {

    @Inject
    DataSource application;

    private RowSecurityProof proof;

    @BeforeEach
    void theApplicationsPool() {
        proof = new RowSecurityProof(application);
    }

    @Test
    void everyTableWithAShopIsGuardedButTheReplicasThatAreReadBefore() throws SQLException {
        assertEquals(Set.of("adaptation", "integration", "membership"), proof.unguarded());
    }

    @Test
    void theApplicationCannotGetPastThePolicies() throws SQLException {
        assertEquals(Set.of(), proof.waysAround());
    }

    @Test
    void theAuditTrailIsAppendOnly() throws SQLException {
        assertEquals(Set.of("SELECT", "INSERT"), proof.privileges("audit"));
    }

    @Test
    void aQueryWithoutAFilterLeaksNothingHoweverManyShareThePool() throws SQLException {
        List<Winkel> shops = List.of(Winkel.open(), Winkel.open());
        shops.forEach(shop ->
                shop.plan("manager", shop.assisted(), shop.adaptation("Van " + shop.slug()), "2027-05-05T10:00"));
        assertEquals(List.of(), proof.leaks(shops.stream().map(Winkel::slug).toList(), "false"));
    }
}
