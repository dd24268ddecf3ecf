package nl.etalage.content.asset;

import java.util.Arrays;

/** The kinds of file that can be used. */
public enum FileFormat {
    JPEG("image/jpeg", "jpg", MediaKind.PICTURE),
    PNG("image/png", "png", MediaKind.PICTURE),
    WEBP("image/webp", "webp", MediaKind.PICTURE),
    GIF("image/gif", "gif", MediaKind.PICTURE),
    MP4("video/mp4", "mp4", MediaKind.VIDEO),
    MP3("audio/mpeg", "mp3", MediaKind.SOUND),
    M4A("audio/mp4", "m4a", MediaKind.SOUND),
    PDF("application/pdf", "pdf", MediaKind.DOCUMENT);

    private final String mediaType;
    private final String suffix;
    private final MediaKind kind;

    FileFormat(String mediaType, String suffix, MediaKind kind) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.kind = kind;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How names of such files end; of pictures also the format's name in javax.imageio. */
    String suffix() {
        return suffix;
    }

    public MediaKind kind() {
        return kind;
    }

    static FileFormat ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No file we keep: " + mediaType));
    }
}
