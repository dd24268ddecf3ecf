package nl.etalage.content.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    private int width;

    private int height;

    private boolean opaque;

    @Column(name = "created_at")
    private Instant createdAt;

    protected MediaFile() {}

    /** A file that was inspected and stored. */
    public MediaFile(String sha256, long bytes, Picture picture, Instant now) {
        this.sha256 = sha256;
        this.bytes = bytes;
        this.mediaType = picture.format().mediaType();
        this.width = picture.size().width();
        this.height = picture.size().height();
        this.opaque = picture.opaque();
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

    /** What it was found to be when it came in. */
    public Picture picture() {
        return new Picture(Picture.Format.ofMediaType(mediaType), new Size(width, height), opaque);
    }
}
