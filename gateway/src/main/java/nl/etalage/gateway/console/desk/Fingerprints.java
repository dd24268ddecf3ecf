package nl.etalage.gateway.console.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a story looked like when its form was made, in fingerprints small enough to travel with the form. They tell what
 * somebody changed from what another changed meanwhile.
 */
record Fingerprints(Map<String, String> prints) {

    private static final int LENGTH = 12;

    static Fingerprints of(StoryText text) {
        Map<String, String> prints = new LinkedHashMap<>();
        text.names().forEach(part -> prints.put(part, print(text.one(part))));
        return new Fingerprints(prints);
    }

    /** Reads what {@link #written} wrote; whatever it is not counts as nothing. */
    static Fingerprints read(String written) {
        Map<String, String> prints = new LinkedHashMap<>();
        for (String entry : written.split(",")) {
            int at = entry.indexOf('=');
            if (at > 0) {
                prints.put(entry.substring(0, at), entry.substring(at + 1));
            }
        }
        return new Fingerprints(prints);
    }

    String written() {
        return prints.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** Whether a part is still as it was. A part that was not there was empty. */
    boolean same(String part, StoryText text) {
        return prints.getOrDefault(part, print("")).equals(print(text.one(part)));
    }

    private static String print(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
