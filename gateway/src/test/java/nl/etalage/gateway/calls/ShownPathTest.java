package nl.etalage.gateway.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/shops/zeist, /api/v1/shops/zeist",
        "/api/v1/shops/wereldwinkel-amersfoort-centrum, /api/v1/shops/wereldwinkel-amersfoort-centrum",
        "/api/v1/stories/0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6/submit, /api/v1/stories/0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6/submit",
        "/api/v1/library/products/8712345678906, /api/v1/library/products/8712345678906",
        "/api/v1/feeds/aB3dE5gH7jK9mN1pQ3sT5v.json, /api/v1/feeds/…",
        "/api/v1/calendars/aB3dE5gH7jK9mN1pQ3sT5v.ics, /api/v1/calendars/…",
        "/api/v1/week-links/dGhpcyBpcyBhIHNlY3JldCE, /api/v1/week-links/…",
        "/meedoen/dGhpcyBpcyBhIHNlY3JldCE/ja, /meedoen/…/ja",
        "/api/v1/feeds/%61B3dE5gH7jK9mN1p, /api/v1/feeds/…",
        "/x/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08/web.jpg, /x/…/web.jpg",
        "/, /"
    })
    void whatCouldBeASecretIsLeftOut(String path, String shown) {
        assertEquals(shown, ShownPath.of(path));
    }

    @Test
    void aLineStaysALine() {
        assertTrue(ShownPath.of("/a".repeat(5000)).length() <= 210);
    }
}
