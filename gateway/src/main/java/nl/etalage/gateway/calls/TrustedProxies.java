package nl.etalage.gateway.calls;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds out where a call comes from. {@code X-Forwarded-For} is believed as far as our own proxies wrote it: read from
 * the right, up to the first address that is not one of them. All other forwarded headers are nobody's to send.
 */
final class TrustedProxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> networks;

    /** @param networks addresses of our proxies, each as CIDR such as {@code 10.0.0.0/8} or as one address */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    private static IpSubnetFilterRule network(String text) {
        String network = text.strip();
        int slash = network.indexOf('/');
        // Checked first: what is no address would be looked up as a name.
        byte[] address = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? network : network.substring(0, slash));
        try {
            if (address != null) {
                String cidr = slash < 0 ? network + "/" + address.length * 8 : network;
                return new IpSubnetFilterRule(cidr, IpFilterRuleType.ACCEPT);
            }
        } catch (IllegalArgumentException noLength) {
            throw new IllegalArgumentException(refusal(network), noLength);
        }
        throw new IllegalArgumentException(refusal(network));
    }

    private static String refusal(String network) {
        return "etalage.trusted-proxies: " + network + " is not a network such as 10.0.0.0/8";
    }

    /** The caller's IP address in its canonical form. */
    String addressOf(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        if (networks.isEmpty()) {
            return peer;
        }
        return addressOf(peer, request.headers().getAll(FORWARDED_FOR));
    }

    /**
     * @param peer who holds the other end of the connection
     * @param forwarded values of {@code X-Forwarded-For}, in the order they came in
     */
    String addressOf(String peer, List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        forwarded.forEach(value -> Collections.addAll(hops, value.split(",")));
        InetAddress address = parse(peer);
        String found = peer;
        for (int at = hops.size() - 1; at >= 0 && address != null && trusted(address); at--) {
            address = parse(hops.get(at).strip());
            if (address != null) {
                found = NetUtil.toAddressString(address);
            }
        }
        return found;
    }

    private boolean trusted(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(socket));
    }

    /** Never asks a name server: what is not an address is null. */
    private static InetAddress parse(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An address has 4 or 16 bytes", impossible);
        }
    }
}
