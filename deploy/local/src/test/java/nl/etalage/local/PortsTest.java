package nl.etalage.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import nl.etalage.local.Ports.Role;
import nl.etalage.local.screen.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void aShiftMovesEveryDocumentedPort() {
        Ports ports = Ports.shifted(1000);

        Map<Role, Integer> expected = new EnumMap<>(Role.class);
        expected.put(Role.GATEWAY, 9080);
        expected.put(Role.SHOPS, 9081);
        expected.put(Role.CONTENT, 9082);
        expected.put(Role.SCHEDULING, 9083);
        expected.put(Role.POSTGRESQL, 9132);
        expected.put(Role.KEYCLOAK, 9180);
        expected.put(Role.KEYCLOAK_MANAGEMENT, 9181);
        expected.put(Role.STAND_IN, 9190);
        expected.put(Role.STAND_IN_MAIL, 9125);
        assertEquals(expected, ports.byPart());
    }

    @ParameterizedTest
    @ValueSource(ints = {57346, -7057, 99999, -99999})
    void aShiftOffTheRangeIsRefusedWithTheNumbersThatWouldDo(int shift) {
        CannotStart refused = assertThrows(CannotStart.class, () -> Ports.shifted(shift));

        assertEquals(
                "take a number between -7056 and 57345.", refused.getMessage().split("; ", -1)[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {57345, -7056})
    void theFarthestShiftsAreAllowed(int shift) {
        assertEquals(8080 + shift, Ports.shifted(shift).of(Role.GATEWAY));
    }

    @Test
    void aTakenPortIsNamedWithItsPartAndAWayOut() throws IOException {
        Ports ports = Ports.free();
        int port = ports.of(Role.SHOPS);

        try (ServerSocket taker = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            CannotStart refused = assertThrows(CannotStart.class, ports::requireFree);

            assertEquals(port, taker.getLocalPort());
            assertEquals(
                    ("Port %d (shops-service) is in use by another program: stop that,"
                                    + " or shift all our ports, such as with ./deploy/up --ports 1000.")
                            .formatted(port),
                    refused.getMessage());
        }
    }

    @Test
    void aPortTakenOnAllAddressesIsSeenToo() throws IOException {
        Ports ports = Ports.free();

        try (ServerSocket taker = new ServerSocket(ports.of(Role.KEYCLOAK))) {
            CannotStart refused = assertThrows(CannotStart.class, ports::requireFree);

            assertEquals(
                    "Port %d (Keycloak) is in use by another program".formatted(taker.getLocalPort()),
                    refused.getMessage().split(":", -1)[0]);
        }
    }

    @Test
    void freePortsAreDifferentAndFree() throws IOException {
        Ports ports = Ports.free();

        assertEquals(Role.values().length, new HashSet<>(ports.byPart().values()).size());
        assertDoesNotThrow(ports::requireFree);
    }
}
