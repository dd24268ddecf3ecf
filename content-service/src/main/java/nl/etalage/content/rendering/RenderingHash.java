package nl.etalage.content.rendering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import nl.etalage.content.platform.Platform;

/** Tells whether two renderings would look the same. */
final class RenderingHash {

    private RenderingHash() {}

    /** Over all that a reader would see; each part after its length, so that no two renderings look the same. */
    static String of(Platform platform, String title, String text, List<RenderingView.Picture> images) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, platform.word());
            add(digest, platform.takesMarkdown() ? title : "");
            add(digest, text);
            for (RenderingView.Picture image : images) {
                add(digest, image.sha256());
                add(digest, image.altText());
                add(digest, image.credit());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = (part == null ? "" : part).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
