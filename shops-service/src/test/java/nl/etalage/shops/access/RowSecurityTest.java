package nl.etalage.shops.access;

import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.newShop;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.etalage.identity.Caller;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies beneath the queries: each statement here forgets its filter. */
@QuarkusTest
class RowSecurityTest {

    @Inject
    EntityManager entities;

    @Inject
    RowSecurity rowSecurity;

    @Inject
    Standings standings;

    private String first;
    private String second;

    @BeforeEach
    void twoShops() {
        first = newShop();
        second = newShop();
        bind(first, "client-" + first, "library:read");
        bind(second, "client-" + second, "library:read");
        for (String shop : List.of(first, second)) {
            as(shop + "-manager")
                    .body("{\"items\": [{\"sku\": \"A1\"}]}")
                    .put("/api/v1/shops/{slug}/assortment", shop)
                    .then()
                    .statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "integration", "integration_client", "assortment", "assortment_item", "audit"})
    void aForgottenFilterShowsOnlyTheShopsEntered(String table) {
        assertEquals(Set.of(first), shopsIn(table, List.of(first)));
        assertEquals(Set.of(first, second), shopsIn(table, List.of(first, second)));
        assertEquals(Set.of(), shopsIn(table, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "integration", "integration_client", "assortment", "assortment_item", "audit"})
    void aTransactionThatEntersNothingSeesNothing(String table) {
        Set<String> seen = QuarkusTransaction.requiringNew().call(() -> shopsSeen(table));
        assertEquals(Set.of(), seen);
    }

    @Test
    void aWriteForAnotherShopIsRefused() {
        String write = "UPDATE member SET name = 'gekaapt' WHERE shop = :shop";
        int changed = QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enter(List.of(first));
            return entities.createNativeQuery(write)
                    .setParameter("shop", second)
                    .executeUpdate();
        });
        assertEquals(0, changed);
        String insert =
                """
                INSERT INTO member (id, shop, issuer, subject, name, role, from_date, trusted, version)
                VALUES (gen_random_uuid(), :shop, 'i', 's', 'n', 'manager', '2026-01-01', true, 0)""";
        PersistenceException refused = assertThrows(PersistenceException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    rowSecurity.enter(List.of(first));
                    entities.createNativeQuery(insert)
                            .setParameter("shop", second)
                            .executeUpdate();
                }));
        assertTrue(refused.getMessage().contains("row-level security"), refused.getMessage());
    }

    @Test
    void whatOneTransactionEnteredIsGoneFromThePoolsConnectionInTheNext() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<Set<String>>> seen = new ArrayList<>();
            List<Set<String>> expected = new ArrayList<>();
            for (int round : IntStream.range(0, 300).toArray()) {
                List<String> entered = round % 3 == 0 ? List.of() : List.of(round % 3 == 1 ? first : second);
                expected.add(Set.copyOf(entered));
                seen.add(threads.submit(() -> shopsIn("member", entered)));
            }
            for (int round = 0; round < seen.size(); round++) {
                assertEquals(expected.get(round), seen.get(round).get(), "round " + round);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void lookingUpWhoCallsOpensTheCallersOwnRowsAndClosesThem() {
        Caller manager = new Caller(Tokens.issuer(), first + "-manager", null, Set.of(), null, null);
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(Set.of(first), standings.of(manager).shops());
            assertEquals(Set.of(), shopsSeen("member"));
        });
    }

    private Set<String> shopsIn(String table, List<String> entered) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enter(entered);
            return shopsSeen(table);
        });
    }

    private Set<String> shopsSeen(String table) {
        String query =
                switch (table) {
                    case "member" -> "SELECT shop FROM member";
                    case "integration" -> "SELECT shop FROM integration";
                    case "assortment" -> "SELECT shop FROM assortment";
                    case "assortment_item" -> "SELECT shop FROM assortment_item";
                    case "integration_client" -> "SELECT shop FROM integration_client";
                    default -> "SELECT shop FROM audit";
                };
        List<?> rows = entities.createNativeQuery(query, String.class).getResultList();
        return rows.stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
