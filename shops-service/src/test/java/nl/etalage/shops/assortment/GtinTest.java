package nl.etalage.shops.assortment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "96385074,00000096385074",
        "036000291452,00036000291452",
        "0036000291452,00036000291452",
        "8712345678906,08712345678906",
        "08712345678906,08712345678906",
        "18712345678903,18712345678903",
        "9780306406157,09780306406157",
        "871 2345-678906,08712345678906"
    })
    void everyLengthIsOneNumberOfFourteenDigits(String written, String canonical) {
        assertEquals(Optional.of(new Gtin(canonical)), Gtin.of(written));
    }

    @Test
    void anyOneDigitWrongIsFound() {
        String right = "8712345678906";
        for (int place = 0; place < right.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String written = right.substring(0, place) + digit + right.substring(place + 1);
                assertEquals(written.equals(right), Gtin.of(written).isPresent(), written);
            }
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "8712345678901",
                "871234567890",
                "1234567",
                "123456789",
                "12345678901",
                "118712345678903",
                "00000000",
                "00000000000000",
                "87123456789O6",
                "٨٧١٢٣٤٥٦٧٨٩٠٦",
                "8.71235E+12",
                "-96385074a"
            })
    void whatIsNoneIsNoneAndNoFault(String written) {
        assertEquals(Optional.empty(), Gtin.of(written));
    }

    @Test
    void aWrongCheckDigitIsToldFromAnotherKindOfCode() {
        assertTrue(Gtin.hasForm("8712345678901"));
        assertFalse(Gtin.hasForm("ABC-1"));
    }

    @Test
    void onlyTheCanonicalFormIsOne() {
        assertThrows(IllegalArgumentException.class, () -> new Gtin("8712345678906"));
        assertThrows(IllegalArgumentException.class, () -> new Gtin("08712345678901"));
        assertThrows(IllegalArgumentException.class, () -> new Gtin(null));
    }
}
