package nl.etalage.content.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://x.nl/a, https://x.nl/a?utm_content=p1",
        "https://x.nl/a?b=c, https://x.nl/a?b=c&utm_content=p1",
        "https://x.nl/a#deel, https://x.nl/a?utm_content=p1#deel",
    })
    void theReferenceStandsInTheQuery(String link, String marked) {
        assertEquals(marked, MarkedLink.of(link, "p1"));
    }

    @Test
    void withoutLinkOrReferenceNothingChanges() {
        assertNull(MarkedLink.of(null, "p1"));
        assertEquals("https://x.nl", MarkedLink.of("https://x.nl", null));
    }
}
