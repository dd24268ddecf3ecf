package nl.etalage.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.etalage.problem.HttpProblem;

/**
 * The opaque text of a next page: the keys of the last item and a digest over them and the query. The digest is no
 * secret, for the keys reveal and permit nothing: it makes a token of another list, or a damaged one, a clear error.
 */
final class PageToken {

    private static final int DIGEST_BYTES = 12;
    private static final int LONGEST = 2_000;

    private PageToken() {}

    static String write(List<String> keys, String query) {
        byte[] payload = payload(keys);
        byte[] digest = digest(payload, query);
        ByteBuffer token = ByteBuffer.allocate(DIGEST_BYTES + payload.length);
        token.put(digest, 0, DIGEST_BYTES).put(payload);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    static List<String> read(String token, String query) {
        if (token.length() > LONGEST) {
            throw HttpProblem.INVALID_PAGE_TOKEN.because();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            throw HttpProblem.INVALID_PAGE_TOKEN.because();
        }
        if (bytes.length <= DIGEST_BYTES) {
            throw HttpProblem.INVALID_PAGE_TOKEN.because();
        }
        byte[] payload = java.util.Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length);
        byte[] expected = java.util.Arrays.copyOf(digest(payload, query), DIGEST_BYTES);
        if (!MessageDigest.isEqual(expected, java.util.Arrays.copyOf(bytes, DIGEST_BYTES))) {
            throw HttpProblem.INVALID_PAGE_TOKEN.because();
        }
        return keys(payload);
    }

    private static byte[] payload(List<String> keys) {
        List<byte[]> parts =
                keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer payload = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> part.length + Integer.BYTES).sum());
        parts.forEach(part -> payload.putInt(part.length).put(part));
        return payload.array();
    }

    private static List<String> keys(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        List<String> keys = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] part = new byte[buffer.getInt()];
            buffer.get(part);
            keys.add(new String(part, StandardCharsets.UTF_8));
        }
        return keys;
    }

    private static byte[] digest(byte[] payload, String query) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(query.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return sha256.digest(payload);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
