package nl.etalage.content.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Bytes that are stored, once, under their digest. */
@Entity
@Table(name = "media_file")
public class MediaFile {

    @Id
    private String sha256;

    @Column(name = "media_type")
    private String mediaType;

    private long bytes;

    private Integer width;

    private Integer height;

    private boolean opaque;

    @Column(name = "duration_ms")
    private Long durationMillis;

    @Column(name = "created_at")
    private Instant createdAt;

    protected MediaFile() {}

    /** A file that was inspected and stored. */
    public MediaFile(String sha256, long bytes, Inspected found, Instant now) {
        this.sha256 = sha256;
        this.bytes = bytes;
        this.mediaType = found.format().mediaType();
        this.width = found.size() == null ? null : found.size().width();
        this.height = found.size() == null ? null : found.size().height();
        this.opaque = found.opaque();
        this.durationMillis = found.duration() == null ? null : found.duration().toMillis();
        this.createdAt = now;
    }

    public String sha256() {
        return sha256;
    }

    public long bytes() {
        return bytes;
    }

    Instant createdAt() {
        return createdAt;
    }

    public FileFormat format() {
        return FileFormat.ofMediaType(mediaType);
    }

    public boolean isPicture() {
        return format().kind() == MediaKind.PICTURE;
    }

    /** As seen; null for sound and documents. */
    public Size size() {
        return width == null ? null : new Size(width, height);
    }

    boolean opaque() {
        return opaque;
    }

    /** Of video and sound; null for the others. */
    public Duration duration() {
        return durationMillis == null ? null : Duration.ofMillis(durationMillis);
    }

    /** How long video and sound take, to the millisecond; null for the others. */
    public BigDecimal seconds() {
        return durationMillis == null ? null : BigDecimal.valueOf(durationMillis, 3);
    }

    /** Only of what {@link #isPicture}. */
    public Picture picture() {
        if (!isPicture()) {
            throw new IllegalStateException("No picture: " + mediaType);
        }
        return new Picture(format(), size(), opaque);
    }
}
