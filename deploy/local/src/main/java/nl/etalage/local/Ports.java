package nl.etalage.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import nl.etalage.local.screen.CannotStart;

/**
 * Where each part listens, on this machine only.
 *
 * @param byPart a port between 1 and 65535 for every {@link Role}
 */
public record Ports(Map<Role, Integer> byPart) {

    /** What needs a port, with the port that {@code docs/architecture.md} gives it. */
    public enum Role {
        GATEWAY(8080, "the gateway"),
        SHOPS(8081, "shops-service"),
        CONTENT(8082, "content-service"),
        SCHEDULING(8083, "scheduling-service"),
        POSTGRESQL(8132, "PostgreSQL"),
        KEYCLOAK(8180, "Keycloak"),
        KEYCLOAK_MANAGEMENT(8181, "Keycloak's health"),
        STAND_IN(8190, "the stand-in platform"),
        STAND_IN_MAIL(8125, "the stand-in's mail server");

        private final int standard;
        private final String people;

        Role(int standard, String people) {
            this.standard = standard;
            this.people = people;
        }
    }

    private static final int LOWEST_FREE = 10_000;
    private static final int HIGHEST_FREE = 30_000;

    public Ports {
        byPart = Map.copyOf(byPart);
    }

    /** The documented ports, each moved by {@code shift}; refuses a shift that leaves 1024 to 65535. */
    public static Ports shifted(int shift) {
        Map<Role, Integer> ports = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            int port = role.standard + shift;
            if (port < 1024 || port > 65535) {
                throw new CannotStart("--ports %d would put %s on port %d; take a number between %d and %d."
                        .formatted(shift, role.people, port, 1024 - lowest(), 65535 - highest()));
            }
            ports.put(role, port);
        }
        return new Ports(ports);
    }

    /**
     * Ports that nobody has at this moment; for tests, where many stacks may run. Outside those that systems give to
     * connections, or one could be gone before its part listens there.
     */
    public static Ports free() throws IOException {
        Map<Role, Integer> ports = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            int port;
            do {
                port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
            } while (ports.containsValue(port) || isTaken("127.0.0.1", port) || isTaken("::1", port));
            ports.put(role, port);
        }
        return new Ports(ports);
    }

    public int of(Role role) {
        return byPart.get(role);
    }

    /** Fails with one sentence when someone listens on any of them, on IPv4 or IPv6. */
    public void requireFree() throws IOException {
        List<Role> taken = new ArrayList<>();
        for (Role role : Role.values()) {
            if (isTaken("127.0.0.1", of(role)) || isTaken("::1", of(role))) {
                taken.add(role);
            }
        }
        if (!taken.isEmpty()) {
            String which = taken.stream()
                    .map(role -> "%d (%s)".formatted(of(role), role.people))
                    .collect(Collectors.joining(", "));
            throw new CannotStart(
                    "%s in use by another program: stop that, or shift all our ports, such as with ./deploy/up --ports 1000."
                            .formatted(taken.size() == 1 ? "Port " + which + " is" : "Ports " + which + " are"));
        }
    }

    private static boolean isTaken(String address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            // A connection of an earlier run that only waits for its end doesn't count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return false;
        } catch (BindException e) {
            // Without IPv6 the address itself is missing, and that is no one listening.
            return String.valueOf(e.getMessage()).contains("in use");
        } catch (SocketException e) {
            return false;
        }
    }

    private static int lowest() {
        return java.util.Arrays.stream(Role.values())
                .mapToInt(role -> role.standard)
                .min()
                .orElseThrow();
    }

    private static int highest() {
        return java.util.Arrays.stream(Role.values())
                .mapToInt(role -> role.standard)
                .max()
                .orElseThrow();
    }
}
