package nl.etalage.scheduling.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals credentials with AES-256-GCM (NIST SP 800-38D): a fresh 96-bit nonce for each, bound to the channel's id, so
 * that a sealed secret copied to another channel doesn't open.
 */
@ApplicationScoped
public class Vault {

    private static final String KEY = "etalage.credentials-key";
    private static final String PREVIOUS = "etalage.credentials-key-previous";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID_CHARACTERS = 12;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    /**
     * With the keys of the configuration.
     *
     * @param key base64 of 32 bytes, seals from now on; {@code openssl rand -base64 32} makes one
     * @param previous former keys, which still open what they sealed until housekeeping has sealed it anew
     */
    @Inject
    Vault(@ConfigProperty(name = KEY) String key, @ConfigProperty(name = PREVIOUS) Optional<List<String>> previous) {
        this(key, previous.orElse(List.of()));
    }

    /** With keys at hand; also for tests. */
    public Vault(String key, List<String> previous) {
        current = keep(KEY, key);
        previous.forEach(old -> keep(PREVIOUS, old));
    }

    /** The key that seals from now on. */
    String currentKeyId() {
        return current;
    }

    /** Seals a secret for one channel. */
    public Sealed seal(UUID channel, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, channel)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return new Sealed(Base64.getEncoder().encodeToString(all), current);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A secret could not be sealed", impossible);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException when the key is gone or the bytes were tampered with
     */
    String open(UUID channel, Sealed sealed) {
        if (!keys.containsKey(sealed.keyId())) {
            throw new IllegalStateException("No key " + sealed.keyId() + " to open the credentials of channel "
                    + channel + "; see " + PREVIOUS);
        }
        try {
            byte[] all = Base64.getDecoder().decode(sealed.text());
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, channel)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException tampered) {
            throw new IllegalStateException("The credentials of channel " + channel + " don't open", tampered);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, UUID channel) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(channel.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private String keep(String property, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(property + " must be the base64 of 32 bytes");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException(property + " must be the base64 of 32 bytes");
        }
        String id = keyId(key);
        keys.put(id, new SecretKeySpec(key, "AES"));
        return id;
    }

    private static String keyId(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest).substring(0, KEY_ID_CHARACTERS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
