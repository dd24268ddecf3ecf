package nl.etalage.gateway.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/32"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    198.51.100.7 | 203.0.113.5              | 198.51.100.7 | a stranger says nothing of others
                    10.1.1.1     | 203.0.113.5              | 203.0.113.5  | our proxy says who called
                    192.0.2.1    | 203.0.113.5              | 203.0.113.5  | one address is a network too
                    192.0.2.2    | 203.0.113.5              | 192.0.2.2    | but not its neighbour
                    10.1.1.1     | 6.6.6.6, 203.0.113.5     | 203.0.113.5  | what the caller put in front is not believed
                    10.1.1.1     | 203.0.113.5, 10.2.2.2    | 203.0.113.5  | two proxies in a row
                    10.1.1.1     | 10.2.2.2                 | 10.2.2.2     | a call from inside
                    10.1.1.1     | nonsense                 | 10.1.1.1     | what is no address is nobody
                    10.1.1.1     | 203.0.113.5, localhost   | 10.1.1.1     | nor is a name ever looked up
                    10.1.1.1     | 203.0.113.5, unknown, 10.2.2.2 | 10.2.2.2 | beyond it nothing counts
                    10.1.1.1     | 203.0.113.5:4711         | 10.1.1.1     | a port makes it no address
                    2001:db8::1  | 2001:4860::1             | 2001:4860::1 | the new kind of address too
                    """)
    void anAddressIsBelievedAsFarAsOurProxiesWroteIt(String peer, String forwarded, String address, String because) {
        assertEquals(address, proxies.addressOf(peer, List.of(forwarded)), because);
    }

    @Test
    void headersInARowAreReadAsOne() {
        assertEquals("203.0.113.5", proxies.addressOf("10.1.1.1", List.of("6.6.6.6", "203.0.113.5", "10.2.2.2")));
    }

    @Test
    void nobodyIsTrustedUnlessNamed() {
        assertEquals("10.1.1.1", new TrustedProxies(List.of()).addressOf("10.1.1.1", List.of("203.0.113.5")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/99", "proxy.example", "", "10.0.0.0/", "10.0.0/8"})
    void aNetworkThatIsNoneStopsTheStart(String network) {
        assertThrows(IllegalArgumentException.class, () -> new TrustedProxies(List.of(network)));
    }
}
