package nl.etalage.content.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** A picture with what people say about it. Many assets may share one file. */
@Entity
@Table(name = "asset")
public class Asset {

    private static final ZoneId DUTCH_DAYS = ZoneId.of("Europe/Amsterdam");

    @Id
    private UUID id;

    private String shop;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "sha256")
    private MediaFile file;

    @Column(name = "media_key")
    private String mediaKey;

    @Column(name = "former_keys")
    private String[] formerKeys;

    @Column(name = "alt_text")
    private String altText;

    private String credit;

    private String licence;

    private String source;

    @Column(name = "consent_given")
    private Boolean consentGiven;

    @Column(name = "consent_until")
    private LocalDate consentUntil;

    @Column(name = "focal_x")
    private Double focalX;

    @Column(name = "focal_y")
    private Double focalY;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Asset() {}

    /**
     * A new asset.
     *
     * @param shop whose it is; null for the network
     */
    public Asset(UUID id, String shop, MediaFile file, AssetMetadata metadata, Instant now) {
        this.id = id;
        this.shop = shop;
        this.file = file;
        this.createdAt = now;
        this.version = 1;
        this.formerKeys = new String[0];
        describe(metadata);
    }

    /** Replaces what people say about it. */
    public final void describe(AssetMetadata metadata) {
        altText = metadata.altText();
        credit = metadata.credit();
        licence = metadata.licence();
        source = metadata.source();
        consentGiven = metadata.consent() == null ? null : metadata.consent().given();
        consentUntil = metadata.consent() == null ? null : metadata.consent().until();
        focalX = metadata.focalPoint() == null ? null : metadata.focalPoint().x();
        focalY = metadata.focalPoint() == null ? null : metadata.focalPoint().y();
        moveTo(key());
    }

    /** Addresses given out before go on to work. */
    private void moveTo(String key) {
        if (mediaKey != null && !mediaKey.equals(key)) {
            Set<String> former = new LinkedHashSet<>(Arrays.asList(formerKeys));
            former.add(mediaKey);
            former.remove(key);
            formerKeys = former.toArray(String[]::new);
        }
        mediaKey = key;
    }

    /** Crops differ by focal point, so the same file with another point gets another public address. */
    private String key() {
        return focalX == null
                ? file.sha256()
                : Digest.sha256((file.sha256() + "|" + focalX + "|" + focalY).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it has an alt text. */
    public boolean described() {
        return altText != null && !altText.isBlank();
    }

    public AssetState state(Instant now) {
        boolean refused = Boolean.FALSE.equals(consentGiven);
        boolean over =
                consentUntil != null && LocalDate.ofInstant(now, DUTCH_DAYS).isAfter(consentUntil);
        return refused || over ? AssetState.CONSENT_ENDED : AssetState.AVAILABLE;
    }

    public AssetMetadata metadata() {
        return new AssetMetadata(altText, credit, licence, source, consent(), focalPoint());
    }

    private Consent consent() {
        return consentGiven == null ? null : new Consent(consentGiven, consentUntil);
    }

    /** Null when nobody chose one; the middle then. */
    public FocalPoint focalPoint() {
        return focalX == null ? null : new FocalPoint(focalX, focalY);
    }

    public UUID id() {
        return id;
    }

    /** Whose it is; null for the network. */
    public String shop() {
        return shop;
    }

    public MediaFile file() {
        return file;
    }

    /** Names it in public addresses; 64 hexadecimal digits. */
    public String mediaKey() {
        return mediaKey;
    }

    public String altText() {
        return altText;
    }

    public String credit() {
        return credit;
    }

    public String licence() {
        return licence;
    }

    /** Whether it has been in a released story, now or before. */
    public boolean published() {
        return publishedAt != null;
    }

    public long version() {
        return version;
    }
}
