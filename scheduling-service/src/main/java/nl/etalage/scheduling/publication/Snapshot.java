package nl.etalage.scheduling.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What goes out, fixed when it was planned; an approval is for exactly this.
 *
 * @param adaptationVersion the version of the adaptation it was made from
 * @param campaign null when there is none
 * @param link the link in the text; null when there is none
 * @param hash content-service's hash over all that would be published
 * @param textHash of the text alone, without what differs between two publications of it
 */
@Embeddable
public record Snapshot(
        UUID adaptation,
        @Column(name = "adaptation_version") long adaptationVersion,
        UUID story,
        int revision,
        UUID campaign,
        String text,
        String link,
        @JdbcTypeCode(SqlTypes.JSON) List<SnapshotAsset> assets,
        String hash,
        @Column(name = "text_hash") String textHash) {

    /** A text's hash without white space, capitals and the publication's own reference. */
    public static String textHash(String text, UUID publication) {
        String bare = text.replace(publication.toString(), "")
                .replaceAll("[\\s\\u00a0]+", "")
                .toLowerCase(Locale.ROOT);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bare.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
