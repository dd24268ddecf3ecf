package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Public addresses of pictures: unguessable, and signed for a moment where the picture is not public. */
@ApplicationScoped
public class MediaAddress {

    private static final Duration SIGNED_FOR = Duration.ofMinutes(10);
    private static final String ALGORITHM = "HmacSHA256";

    private final String publicUrl;
    private final AssetRepository assets;
    private final Clock clock;

    MediaAddress(@ConfigProperty(name = "etalage.public-url") URI publicUrl, AssetRepository assets, Clock clock) {
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
        this.assets = assets;
        this.clock = clock;
    }

    /** As the world reaches it. */
    public String absolute(Asset asset, Rendition rendition) {
        return publicUrl + path(asset, rendition);
    }

    /**
     * Where to look now for a form: the public address, or one that works for ten minutes where the file is not public.
     *
     * @return empty when the asset has no form of that name
     */
    public Optional<String> place(Asset asset, String form) {
        return MediaForm.of(asset, form)
                .map(known -> assets.isPublic(asset.mediaKey(), clock.instant())
                        ? path(asset, known)
                        : signedPath(asset, known));
    }

    /** As the world reaches what is no picture. */
    public String absoluteFile(Asset asset) {
        return publicUrl + path(asset, MediaForm.file(asset));
    }

    /** As the world reaches the captions; null when there are none. */
    public String absoluteCaptions(Asset asset) {
        return asset.captions() == null ? null : publicUrl + path(asset, MediaForm.captions());
    }

    /** As the world reaches the captions in another language. */
    public String absoluteCaptions(Asset asset, Captions other) {
        return publicUrl + path(asset, MediaForm.captions(other));
    }

    String path(Asset asset, Rendition rendition) {
        return path(asset, MediaForm.of(asset.file().picture(), rendition));
    }

    String path(Asset asset, MediaForm form) {
        return "/api/v1/media/" + asset.mediaKey() + "/" + form.word() + "." + form.extension();
    }

    /** An address that works for ten minutes though the file is not public. */
    String signedPath(Asset asset, MediaForm form) {
        long expires = clock.instant().plus(SIGNED_FOR).getEpochSecond();
        return "%s?expires=%d&signature=%s".formatted(path(asset, form), expires, signature(asset.mediaKey(), expires));
    }

    boolean signed(String mediaKey, Long expires, String signature) {
        return expires != null
                && signature != null
                && expires >= clock.instant().getEpochSecond()
                && MessageDigest.isEqual(
                        signature.getBytes(StandardCharsets.UTF_8),
                        signature(mediaKey, expires).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String mediaKey, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(assets.previewKey(), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((mediaKey + "|" + expires).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }
}
