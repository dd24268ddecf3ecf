package nl.etalage.content.feedkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret in the address of a feed: 256 random bits, of which only the SHA-256 is kept. Too many to guess, so the hash
 * needs no salt and no work factor.
 */
final class FeedSecret {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private FeedSecret(String text) {
        this.text = text;
    }

    static FeedSecret random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The secret in a text that somebody sent; empty when it has another form. */
    static Optional<FeedSecret> in(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FeedSecret(text)) : Optional.empty();
    }

    /** As it stands in the address; goes nowhere else. */
    String inAddress() {
        return text;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** Says nothing, so that no log line can. */
    @Override
    public String toString() {
        return "FeedSecret";
    }
}
