package nl.etalage.content.productkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNameTest {

    @ParameterizedTest
    @CsvSource({"Café  Chavalo,cafe chavalo", "' ÉÉN ',een", "ＡＢＣ,abc", "Ĳssel,ijssel", "K-12/b,k-12/b"})
    void capitalsAccentsAndSpacesDoNotCount(String written, String plain) {
        assertEquals(plain, PlainName.of(written));
        assertEquals(plain, PlainName.of(PlainName.of(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0\u2003", "\u0301"})
    void aNameOfNothingIsNone(String written) {
        assertNull(PlainName.of(written));
    }

    @Test
    void whatNoDatabaseTakesIsLeftOut() {
        assertNull(PlainName.of("\u0000"));
        assertNull(PlainName.of("\uD800"));
        assertEquals("a b", PlainName.of("a\u0000\uDC00b"));
    }

    @Test
    void nothingIsTooLongForAnIndexAndLongNamesStayApart() {
        String long1 = PlainName.of("\uFDFA".repeat(100) + "a");
        String long2 = PlainName.of("\uFDFA".repeat(100) + "b");
        assertTrue(long1.length() < 300);
        assertNotEquals(long1, long2);
    }
}
