package nl.etalage.scheduling.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.scheduling.Winkel;
import org.junit.jupiter.api.Test;

/** The second line: even a query that forgets whose rows it may see sees only those. */
@QuarkusTest
class RowSecurityTest {

    @Inject
    EntityManager database;

    @Inject
    RowSecurity rows;

    @Test
    void everyTableWithAShopIsUnderRowSecurityButTheReplicasThatAccessIsReadFrom() {
        List<?> open = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        """
                                SELECT c.relname FROM pg_class c
                                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop' AND NOT a.attisdropped
                                 WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                                   AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                                 ORDER BY 1""")
                .getResultList());

        assertEquals(List.of("adaptation", "integration", "membership"), open);
    }

    @Test
    void aTransactionSeesTheRowsOfTheShopsItEnteredAndNoOthers() {
        Winkel one = Winkel.open();
        Winkel two = Winkel.open();
        plan(one);
        plan(two);

        for (String table : List.of("channel", "publication", "audit")) {
            assertEquals(List.of(one.slug()), shops(table, Set.of(one.slug())), table);
            assertEquals(List.of(), shops(table, Set.of()), table);
        }
    }

    @Test
    void aRowForAnotherShopCannotBeWritten() {
        Winkel one = Winkel.open();
        Winkel two = Winkel.open();

        RuntimeException refused = assertThrows(
                RuntimeException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                    rows.enter(Set.of(one.slug()));
                    database.createNativeQuery("INSERT INTO channel"
                                    + " (id, shop, platform, account, audience, state, created_at, version)"
                                    + " VALUES (gen_random_uuid(), ?1, 'assisted', 'x', '[]', 'new', now(), 0)")
                            .setParameter(1, two.slug())
                            .executeUpdate();
                }));

        assertEquals(true, refused.toString().contains("row-level security"), refused.toString());
    }

    private static void plan(Winkel winkel) {
        winkel.plan("manager", winkel.assisted(), winkel.adaptation("Van " + winkel.slug()), "2027-05-05T10:00")
                .then()
                .statusCode(201);
    }

    private List<?> shops(String table, Set<String> entered) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.enter(entered);
            return database.createNativeQuery("SELECT DISTINCT shop FROM " + table)
                    .getResultList();
        });
    }
}
