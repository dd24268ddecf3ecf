package nl.etalage.scheduling.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps this service from being sent to addresses inside our own network (server-side request forgery). Only https to
 * public addresses, except for the servers configured. It is asked again before every call; between its look-up and the
 * connection's the Java platform keeps answers for 30 seconds, so a name can't change its mind in between.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA special-purpose addresses</a>
 */
@ApplicationScoped
public class ServerGuard {

    private final Set<String> allowed;

    @Inject
    ServerGuard(PlatformConfiguration configuration) {
        this(configuration.allowedPrivate().orElse(List.of()));
    }

    /** For tests and for {@link #ServerGuard(PlatformConfiguration)}. */
    public ServerGuard(List<URI> allowedPrivate) {
        this.allowed = allowedPrivate.stream().map(ServerGuard::origin).collect(Collectors.toSet());
    }

    /** The verdict on a server. */
    public enum Verdict {
        FINE,
        /** Not an absolute address of a server: no host, a path, credentials, or another scheme than https. */
        NOT_A_SERVER,
        /** The name doesn't exist, now. */
        UNKNOWN,
        /** An address in a private network. */
        PRIVATE
    }

    /** Looks at a server's address; asks the name service. */
    public Verdict check(URI server) {
        if (server.getHost() == null || server.getRawUserInfo() != null || !bare(server)) {
            return Verdict.NOT_A_SERVER;
        }
        if (allowed.contains(origin(server))) {
            return Verdict.FINE;
        }
        if (!"https".equalsIgnoreCase(server.getScheme())) {
            return Verdict.NOT_A_SERVER;
        }
        try {
            InetAddress[] addresses = InetAddress.getAllByName(server.getHost());
            return Arrays.stream(addresses).allMatch(ServerGuard::isPublic) ? Verdict.FINE : Verdict.PRIVATE;
        } catch (UnknownHostException unknown) {
            return Verdict.UNKNOWN;
        }
    }

    private static boolean bare(URI server) {
        String path = server.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/"))
                && server.getRawQuery() == null
                && server.getRawFragment() == null;
    }

    private static String origin(URI server) {
        return (server.getScheme() + "://" + server.getRawAuthority()).toLowerCase(java.util.Locale.ROOT);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean carrier = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 224 && !carrier && !protocol && !benchmark;
    }

    /** Only global unicast (2000::/3), without 6to4 and Teredo, which hide an IPv4 address inside. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
