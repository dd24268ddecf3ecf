package nl.etalage.content.productkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names and numbers as they are compared: without capitals, accents and spare spaces, so that "Café  Chavalo" is "cafe
 * chavalo". Only for looking up; what was written stays as it was written.
 */
public final class PlainName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private static final int LONGEST = 120;

    private PlainName() {}

    /** The name to compare; null for null and for a name of blanks. */
    public static String of(String written) {
        if (written == null) {
            return null;
        }
        String bare = MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                .replaceAll("");
        String plain =
                GAPS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return plain.isEmpty() ? null : bounded(plain);
    }

    /** One character may become twenty, and an index takes only so much. */
    private static String bounded(String plain) {
        if (plain.codePointCount(0, plain.length()) <= LONGEST) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "#" + digest(plain);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
