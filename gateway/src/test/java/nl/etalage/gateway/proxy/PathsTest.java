package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import nl.etalage.gateway.calls.TraceContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @CsvSource({
        "shops, SHOPS",
        "shops/zeist/members, SHOPS",
        "central/members, SHOPS",
        "audit/shops, SHOPS",
        "library, CONTENT",
        "library.feed.json, CONTENT",
        "library/events, CONTENT",
        "feeds/abc.rss, CONTENT",
        "audit/content, CONTENT",
        "publications/1/done, SCHEDULING",
        "week-links/abc, SCHEDULING",
        "audit/delivery, SCHEDULING",
        "exports/shops, SHOPS",
        "exports/content, CONTENT",
        "exports/content/files/1, CONTENT",
        "exports/delivery, SCHEDULING",
        "people/erasures, SHOPS"
    })
    void aPathGoesToItsOwner(String path, Neighbour owner) {
        assertEquals(Optional.of(owner), Neighbour.ofPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "internal",
                "internal/shops",
                "events",
                "audit",
                "audit/",
                "audit/x",
                "exports",
                "exports/x",
                "q/health",
                "Shops",
                "shopsx"
            })
    void whatTheWorldIsNotOfferedHasNoOwner(String path) {
        assertEquals(Optional.empty(), Neighbour.ofPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/shops",
                "/api/v1/shops/",
                "/api/v1/shops/zeist",
                "/api/v1/shops/a%20b",
                "/api/v1/media/0a/web.jpg",
                "/api/v1/shops/...",
                "/api/v1/shops/%C3%A9",
                "/"
            })
    void aPlainPathMeansTheSameToEveryone(String path) {
        assertTrue(SafePath.holds(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "/api/v1/../internal",
                "/api/v1/./shops",
                "/api/v1/shops/..",
                "/api/v1//shops",
                "//api/v1/shops",
                "/api/v1/shops//",
                "/api/v1/%2e%2e/internal",
                "/api/v1/%2E%2E/internal",
                "/api/v1/..%2finternal",
                "/api/v1/shops%2finternal",
                "/api/v1/shops%5cinternal",
                "/api/v1/shops\\internal",
                "/api/v1/shops%252e",
                "/api/v1/shops%00",
                "/api/v1/shops%0d%0ax",
                "/api/v1/shops;a=b",
                "/api/v1/shops%3ba=b",
                "/api/v1/shops%",
                "/api/v1/shops%2",
                "/api/v1/shops%zz",
                "/api/v1/shops/\u00e9"
            })
    void aPathThatCouldMeanTwoThingsIsNone(String path) {
        assertFalse(SafePath.holds(path));
    }

    @Test
    void aWellFormedTraceGoesOn() {
        String received = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertEquals(received, TraceContext.parent(received));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-zz"
            })
    void aMalformedTraceIsReplaced(String received) {
        String parent = TraceContext.parent(received);

        assertTrue(TraceContext.valid(parent), parent);
        assertNotEquals(received, parent);
    }
}
