package nl.etalage.content.access;

import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.newShop;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.etalage.content.Network;
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
    void everyTableWithAShopIsGuardedButTheReplicaThatTellsWhoseShopsTheyAre() throws SQLException {
        assertEquals(Set.of("integration", "membership"), proof.unguarded());
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
        Network.centralGroup();
        List<String> shops = List.of(newShop(), newShop());
        shops.forEach(shop -> adapted(shop, Network.released("\"body\": \"Tekst.\"")));
        // Pictures of the network have no shop and are for every shop.
        assertEquals(List.of(), proof.leaks(shops, "shop IS NULL"));
    }
}
