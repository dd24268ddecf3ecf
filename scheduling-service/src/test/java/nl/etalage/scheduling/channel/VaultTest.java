package nl.etalage.scheduling.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final String OLD = "q1jVb0xVq8o7m3b3Xk3l9Jm5f0pV8r8yQn2sT4uW6aA=";
    private static final String NEW = "Zk9Qb0xVq8o7m3b3Xk3l9Jm5f0pV8r8yQn2sT4uW6bB=".replace("6bB=", "6bA=");
    private final UUID channel = UUID.randomUUID();

    @Test
    void whatWasSealedOpensAgainForItsChannelAndNoOther() {
        Vault vault = new Vault(OLD, List.of());

        Sealed sealed = vault.seal(channel, "geheim");

        assertEquals("geheim", vault.open(channel, sealed));
        assertThrows(IllegalStateException.class, () -> vault.open(UUID.randomUUID(), sealed));
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        Vault vault = new Vault(OLD, List.of());

        assertNotEquals(
                vault.seal(channel, "geheim").text(),
                vault.seal(channel, "geheim").text());
    }

    @Test
    void aChangedByteDoesNotOpen() {
        Vault vault = new Vault(OLD, List.of());
        Sealed sealed = vault.seal(channel, "geheim");
        char first = sealed.text().charAt(0);
        Sealed tampered = new Sealed((first == 'A' ? 'B' : 'A') + sealed.text().substring(1), sealed.keyId());

        assertThrows(IllegalStateException.class, () -> vault.open(channel, tampered));
    }

    @Test
    void afterAChangeOfKeysTheOldStillOpensAndTheNewSeals() {
        Sealed old = new Vault(OLD, List.of()).seal(channel, "geheim");

        Vault rotated = new Vault(NEW, List.of(OLD));

        assertEquals("geheim", rotated.open(channel, old));
        assertNotEquals(old.keyId(), rotated.currentKeyId());
        assertEquals(rotated.currentKeyId(), rotated.seal(channel, "x").keyId());
    }

    @Test
    void aKeyThatIsGoneIsNamedWithoutTheSecret() {
        Sealed old = new Vault(OLD, List.of()).seal(channel, "geheim");

        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> new Vault(NEW, List.of()).open(channel, old));

        assertTrue(failure.getMessage().contains("etalage.credentials-key-previous"), failure.getMessage());
        assertFalse(failure.getMessage().contains("geheim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kort", "AAAA", "niet base64!", "q1jVb0xVq8o7m3b3Xk3l9Jm5f0pV8r8yQn2sT4uW6a"})
    void aKeyThatIsNoneIsRefusedByName(String key) {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> new Vault(key, List.of()));

        assertEquals("etalage.credentials-key must be the base64 of 32 bytes", failure.getMessage());
    }
}
