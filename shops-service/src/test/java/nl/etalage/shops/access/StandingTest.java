package nl.etalage.shops.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.etalage.identity.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @ParameterizedTest(name = "{2} at {0} to {1}: {3}")
    @CsvSource({
        "2027-03-28, 2027-03-28, 2027-03-27T23:59:59, false",
        "2027-03-28, 2027-03-28, 2027-03-28T00:00:00, true",
        "2027-03-28, 2027-03-28, 2027-03-28T23:59:59, true",
        "2027-03-28, 2027-03-28, 2027-03-29T00:00:00, false",
        "2027-10-31, 2027-10-31, 2027-10-31T23:59:59, true",
        "2027-10-31, 2027-10-31, 2027-11-01T00:00:00, false",
        "2026-01-01, , 2199-01-01T00:00:00, true",
    })
    void aMembershipHoldsOnItsDaysInTheShopsZoneAlsoWhenTheClockChanges(
            LocalDate from, LocalDate until, LocalDateTime local, boolean holds) {
        Membership membership = new Membership(ID, "zeist", "Zeist", Role.MANAGER, true, from, until, AMSTERDAM);
        assertEquals(holds, membership.holdsAt(local.atZone(AMSTERDAM).toInstant()));
    }

    @Test
    void aMachineMayDoWhatBothItsTokenAndItsBindingAllow() {
        Standing standing =
                machine(Set.of("library:read", "publications:write"), Set.of("library:read", "assortment:write"));
        assertEquals(Set.of("library:read"), standing.effectiveScopes());
        assertEquals(Set.of("zeist"), standing.shopsAllowing(Permission.READ_SHOPS));
    }

    @Test
    void aMachineWithoutTheScopeHasAPartInItsShopButMayNotReadIt() {
        Standing standing = machine(Set.of(), Set.of("library:read"));
        assertEquals(Set.of("zeist"), standing.shops());
        assertEquals(Set.of(), standing.shopsAllowing(Permission.READ_SHOPS));
    }

    @Test
    void noScopeLetsAMachineManageMembers() {
        Standing standing = machine(Set.of("library:read"), Set.of("library:read"));
        assertEquals(Set.of(), standing.shopsAllowing(Permission.READ_MEMBERS));
    }

    @Test
    void aRoleAtOneShopSaysNothingAboutAnother() {
        Standing standing = person(part("zeist", Role.MANAGER), part("utrecht", Role.CONTRIBUTOR));
        assertEquals(Set.of("zeist"), standing.shopsAllowing(Permission.CHANGE_MEMBERS));
        assertEquals(Set.of("zeist", "utrecht"), standing.shopsAllowing(Permission.READ_MEMBERS));
        assertFalse(standing.centrallyAllows(Permission.CHANGE_MEMBERS));
    }

    @Test
    void aCoachReadsEverywhereAndChangesNothing() {
        Standing standing = person(part(null, Role.COACH));
        assertTrue(standing.centrallyAllows(Permission.READ_MEMBERS));
        assertFalse(standing.centrallyAllows(Permission.CHANGE_MEMBERS));
        assertFalse(standing.centrallyAllows(Permission.CHANGE_SHOP));
        assertFalse(standing.centrallyAllows(Permission.CHANGE_GROUPS));
    }

    private static Standing person(Membership... memberships) {
        return new Standing(
                new Caller("https://issuer.example", "anja", null, Set.of(), "Anja", null),
                List.of(memberships),
                Optional.empty());
    }

    private static Membership part(String shop, Role role) {
        return new Membership(ID, shop, shop, role, false, LocalDate.of(2026, 1, 1), null, AMSTERDAM);
    }

    private static Standing machine(Set<String> granted, Set<String> bound) {
        return new Standing(
                new Caller("https://issuer.example", "service-account-webshop", "webshop", granted, null, null),
                List.of(),
                Optional.of(new Binding(ID, "zeist", "Zeist", bound, null, AMSTERDAM)));
    }
}
