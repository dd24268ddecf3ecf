package nl.etalage.content.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hallo | 5",
                "👩‍👩‍👧‍👦 | 1",
                "é | 1",
                "🇳🇱 | 1",
                "Lees https://www.example.org/een/heel/lang/adres/dat/niet/telt | 28",
                "http://a.nl! | 24",
                "Dank @wereldwinkel@mastodon.example! | 19",
            })
    void mastodonCountsGraphemesAndEveryLinkAs23(String text, int length) {
        assertEquals(length, Platform.MASTODON.length(text));
    }

    @Test
    void blueskyCountsWhatAReaderSees() {
        assertEquals(3, Platform.BLUESKY.length("a👩‍👩‍👧‍👦b"));
    }

    @Test
    void threadsCountsAnEmojiAsItsBytes() {
        assertEquals(1 + 4 + 1, Platform.THREADS.length("a🎉b"));
        assertEquals(1, Platform.THREADS.length("é"));
    }

    @Test
    void facebookCountsAsJavaScriptDoes() {
        assertEquals(2, Platform.FACEBOOK.length("🎉"));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everyPlatformIsFoundByItsWord(Platform platform) {
        assertEquals(platform, Platform.of(platform.word()).orElseThrow());
    }
}
