package nl.etalage.gateway.console.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Three kinds of characters. */
class ChannelTextTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    @Test
    void aFamilyIsOneCharacterToWhoSeesIt() {
        assertEquals(1, ChannelText.BLUESKY.length(FAMILY));
        assertEquals(5, ChannelText.INSTAGRAM.length(FAMILY));
    }

    @Test
    void aLinkOnMastodonIsTwentyThree() {
        assertEquals("Lees ".length() + 23, ChannelText.MASTODON.length("Lees https://example.org/" + "x".repeat(100)));
    }

    @Test
    void aTextThatFitsNowhereStillHasTheContractsBound() {
        assertEquals(5_000, ChannelText.FACEBOOK.fits());
        assertEquals(500, ChannelText.MASTODON.fits());
    }
}
