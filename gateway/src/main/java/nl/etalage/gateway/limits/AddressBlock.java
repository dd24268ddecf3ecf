package nl.etalage.gateway.limits;

import io.netty.util.NetUtil;

/** Whom an address stands for: itself, or with IPv6 its network of 64 bits, all of which one subscriber has. */
final class AddressBlock {

    private static final int NETWORK = 8;

    private AddressBlock() {}

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length <= NETWORK) {
            return address;
        }
        java.util.Arrays.fill(bytes, NETWORK, bytes.length, (byte) 0);
        return NetUtil.bytesToIpAddress(bytes) + "/64";
    }
}
