package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What kind of file an asset is, and what a page needs to show it.
 *
 * @param kind {@code picture}, {@code video}, {@code sound} or {@code document}
 * @param captioned whether there are captions to show with it
 * @param type such as {@code PDF}
 * @param megabytes with one decimal, at least 0,1; empty where its size is unknown
 */
record ShownFile(String kind, boolean captioned, String type, String megabytes) {

    static final ShownFile PICTURE = new ShownFile("picture", false, "", "");

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LEAST = new BigDecimal("0.1");

    static ShownFile of(JsonNode asset) {
        String kind = asset.path("kind").asText("picture");
        String mediaType = Head.text(asset, "mediaType");
        return new ShownFile(
                kind,
                !Head.text(asset, "captions").isBlank(),
                mediaType.substring(mediaType.indexOf('/') + 1).toUpperCase(java.util.Locale.ROOT),
                megabytes(asset.path("bytes").asLong()));
    }

    private static String megabytes(long bytes) {
        return bytes == 0
                ? ""
                : BigDecimal.valueOf(bytes)
                        .divide(MEGABYTE, 1, RoundingMode.HALF_UP)
                        .max(LEAST)
                        .toPlainString()
                        .replace('.', ',');
    }

    public boolean picture() {
        return kind.equals("picture");
    }

    public boolean film() {
        return kind.equals("video");
    }

    public boolean sound() {
        return kind.equals("sound");
    }

    /** Whether who can't hear needs words to read. */
    public boolean heard() {
        return film() || sound();
    }

    /** Key of the question what there is to see or hear. */
    public String altLabel() {
        return switch (kind) {
            case "video" -> "altTextFilm";
            case "sound" -> "altTextSound";
            case "document" -> "altTextPaper";
            default -> "altText";
        };
    }

    /** Key of what it is called while nobody said what there is to see. */
    public String noAltLabel() {
        return switch (kind) {
            case "video" -> "noAltFilm";
            case "sound" -> "noAltSound";
            case "document" -> "noAltPaper";
            default -> "noAltText";
        };
    }

    /** Key of the words for taking it off the story. */
    public String removeLabel() {
        return picture() ? "removePicture" : "removeFile";
    }
}
