package nl.etalage.content.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.etalage.identity.Caller;
import nl.etalage.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {

    private static Access person(ShopRole role) {
        Caller caller = new Caller("i", "s", null, Set.of(), null, null);
        return new Access(caller, Optional.empty(), Map.of("zeist", role), Map.of());
    }

    private static Access machine(String... scopes) {
        Caller caller = new Caller("i", "s", "webshop", Set.of(scopes), null, null);
        return new Access(caller, Optional.empty(), Map.of(), Map.of("zeist", Set.of(scopes)));
    }

    private static void refused(int status, Executable action) {
        assertEquals(status, assertThrows(ProblemException.class, action).type().status());
    }

    @ParameterizedTest
    @EnumSource(ShopRole.class)
    void everyMemberReadsAndOnlyWhoWritesWrites(ShopRole role) {
        assertDoesNotThrow(() -> person(role).requireReader("zeist", Scope.LIBRARY_READ));
        if (role == ShopRole.WEBMASTER) {
            refused(403, () -> person(role).requireWriter("zeist", Scope.PUBLICATIONS_WRITE));
        } else {
            assertDoesNotThrow(() -> person(role).requireWriter("zeist", Scope.PUBLICATIONS_WRITE));
        }
    }

    @Test
    void anotherShopIsAsIfAbsent() {
        refused(404, () -> person(ShopRole.MANAGER).requireReader("utrecht", Scope.LIBRARY_READ));
        refused(404, () -> person(ShopRole.MANAGER).requireRole("utrecht", ShopRole.MANAGER));
        refused(404, () -> machine("library:read").requireReader("utrecht", Scope.LIBRARY_READ));
    }

    @Test
    void aMachineNeedsTheScopeAndNeverHasARole() {
        assertDoesNotThrow(() -> machine("library:read").requireReader("zeist", Scope.LIBRARY_READ));
        refused(403, () -> machine().requireReader("zeist", Scope.LIBRARY_READ));
        refused(403, () -> machine("library:read").requireWriter("zeist", Scope.PUBLICATIONS_WRITE));
        refused(403, () -> machine("library:read").requireRole("zeist", ShopRole.MANAGER));
    }

    @Test
    void outsideTheCentralGroupAStoryIsAbsentAndTheListForbidden() {
        refused(404, () -> person(ShopRole.MANAGER).requireCentralFor());
        refused(403, () -> person(ShopRole.MANAGER).requireCentral());
    }

    @Test
    void withoutAShopTheRequestIsIncomplete() {
        refused(422, () -> person(ShopRole.MANAGER).requireReader(null, Scope.LIBRARY_READ));
    }
}
