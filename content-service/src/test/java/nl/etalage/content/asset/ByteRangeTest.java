package nl.etalage.content.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10, bytes 0-9/100",
        "bytes=90-, 90, 10, bytes 90-99/100",
        "bytes=-5, 95, 5, bytes 95-99/100",
        "bytes=-500, 0, 100, bytes 0-99/100",
        "bytes=98-5000, 98, 2, bytes 98-99/100",
        "bytes=100-, 100, 0, bytes */100",
        "bytes=-0, 100, 0, bytes */100",
    })
    void aPartIsWhatRfc9110Says(String header, long from, long length, String answer) {
        ByteRange range = ByteRange.of(header, 100);
        assertEquals(new ByteRange(from, length), range);
        assertEquals(answer, range.of(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=-",
                "bytes=9-2",
                "bytes=0-1,5-6",
                "items=0-1",
                "bytes=a-b",
                "bytes=1-99999999999999999999"
            })
    void whatCantBeUnderstoodIsAnsweredWithTheWhole(String header) {
        assertNull(ByteRange.of(header, 100));
    }

    @Test
    void withoutAHeaderTheWholeComes() {
        assertNull(ByteRange.of(null, 100));
    }
}
