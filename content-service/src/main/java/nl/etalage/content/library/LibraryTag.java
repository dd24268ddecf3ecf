package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import nl.etalage.content.access.Shop;

/** The ETag of a library answer, known without making the answer. */
@ApplicationScoped
class LibraryTag {

    /** Changes with the form of the answer, so that nobody keeps an old one after an upgrade. */
    static final String FORM = "4";

    private static final int LENGTH = 32;

    private final ReadLibrary read;

    LibraryTag(ReadLibrary read) {
        this.read = read;
    }

    /** Over the question, the state of the library, and the shop: its fields, its own versions, and its day. */
    String of(String question, Shop shop, Instant now) {
        return of(question, shop, now, read.stand(shop.slug(), now));
    }

    /** As above, by somebody who knows how it stands. */
    String of(String question, Shop shop, LibraryStand stand) {
        return of(question, shop, stand.at(), stand.text());
    }

    private static String of(String question, Shop shop, Instant now, String stand) {
        LocalDate today = LocalDate.ofInstant(now, shop.zone());
        String all = String.join("\n", FORM, question, stand, shop.stamp(), today.toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(digest).substring(0, LENGTH) + "\"";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
