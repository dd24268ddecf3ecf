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
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A picture, film, sound or document with what people say about it. Many assets may share one file. */
@Entity
@Table(name = "asset")
public class Asset {

    /** Of captions that aren't there. */
    private static final String NO_LANGUAGE = "nl";

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

    @Column(name = "licence_until")
    private LocalDate licenceUntil;

    private String captions;

    @Column(name = "captions_language")
    private String captionsLanguage;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "other_captions")
    private List<Captions> otherCaptions;

    private String transcript;

    @Column(name = "no_words_reason")
    private String noWordsReason;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "end_reason")
    private String endReason;

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
        describe(metadata, now);
    }

    /** Replaces what people say about it. */
    public final void describe(AssetMetadata metadata, Instant now) {
        boolean refusedBefore = Boolean.FALSE.equals(consentGiven);
        altText = metadata.altText();
        credit = metadata.credit();
        licence = metadata.licence();
        licenceUntil = metadata.licenceUntil();
        source = metadata.source();
        consentGiven = metadata.consent() == null ? null : metadata.consent().given();
        consentUntil = metadata.consent() == null ? null : metadata.consent().until();
        captions = metadata.captions();
        captionsLanguage = metadata.captionsLanguage() == null ? NO_LANGUAGE : metadata.captionsLanguage();
        otherCaptions = metadata.otherCaptions();
        transcript = metadata.transcript();
        noWordsReason = metadata.noWordsReason();
        focalX = metadata.focalPoint() == null ? null : metadata.focalPoint().x();
        focalY = metadata.focalPoint() == null ? null : metadata.focalPoint().y();
        end(metadata.end(refusedBefore ? endsAt : now));
        moveTo(key());
    }

    private void end(AssetEnd end) {
        endsAt = end == null ? null : end.at();
        endReason = end == null ? null : end.reason();
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

    /** Crops differ by focal point, and captions by asset, so that the same file gets another public address. */
    private String key() {
        String point = focalX == null ? "" : "|" + focalX + "|" + focalY;
        StringBuilder words = new StringBuilder();
        if (captions != null) {
            words.append('|').append(digest(captions));
        }
        otherCaptions.forEach(
                other -> words.append('|').append(other.language()).append(':').append(digest(other.text())));
        return point.isEmpty() && words.isEmpty()
                ? file.sha256()
                : Digest.sha256((file.sha256() + point + words).getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it has an alt text. */
    public boolean described() {
        return altText != null && !altText.isBlank();
    }

    /** Whether who can't hear it can read what is said, or why there is nothing to read. */
    public boolean worded() {
        return !file.format().kind().heard() || present(captions) || present(transcript) || present(noWordsReason);
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }

    /** Whether it may be used at a moment. */
    public AssetState state(Instant moment) {
        AssetEnd end = end();
        return end == null || moment.isBefore(end.at()) ? AssetState.AVAILABLE : end.state();
    }

    /** When it may be used no longer, and why; null for never. */
    public AssetEnd end() {
        return endsAt == null ? null : new AssetEnd(endsAt, endReason);
    }

    public AssetMetadata metadata() {
        return new AssetMetadata(
                altText,
                credit,
                licence,
                licenceUntil,
                source,
                consent(),
                focalPoint(),
                captions,
                captionsLanguage(),
                otherCaptions,
                transcript,
                noWordsReason);
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

    /** WebVTT; null when there are none. */
    public String captions() {
        return captions;
    }

    /** In which language the captions are, as BCP 47 writes it; null when there are none. */
    public String captionsLanguage() {
        return captions == null ? null : captionsLanguage;
    }

    /** The captions in other languages. */
    public List<Captions> otherCaptions() {
        return List.copyOf(otherCaptions);
    }

    /** How many letters of UTF-16 it holds to read and to show. */
    public int letters() {
        return length(captions)
                + length(transcript)
                + otherCaptions.stream().mapToInt(Captions::length).sum();
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    /** What is said, to read; null when nobody wrote it down. */
    public String transcript() {
        return transcript;
    }

    /** Why there is nothing to read; null when there is, or nobody said. */
    public String noWordsReason() {
        return noWordsReason;
    }

    /** Whether it has been in a released story, now or before. */
    public boolean published() {
        return publishedAt != null;
    }

    public long version() {
        return version;
    }
}
