package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What kind of file an asset is, and what a page needs to show it.
 *
 * @param kind {@code picture}, {@code video}, {@code sound} or {@code document}
 * @param tracks captions to show with it, a language each
 * @param type such as {@code PDF}
 * @param megabytes with one decimal, at least 0,1; empty where its size is unknown
 */
record ShownFile(String kind, List<Track> tracks, String type, String megabytes) {

    /**
     * Captions to show.
     *
     * @param form of the asset
     * @param language as BCP 47 writes it
     * @param label how the language calls itself
     * @param first whether it is the film's own
     */
    record Track(String form, String language, String label, boolean first) {

        private static Track of(String form, String language) {
            return new Track(form, language, CaptionsForm.name(language), form.equals(CAPTIONS));
        }
    }

    private static final String CAPTIONS = "captions";
    private static final String DUTCH = "nl";

    static final ShownFile PICTURE = new ShownFile("picture", List.of(), "", "");

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LEAST = new BigDecimal("0.1");

    static ShownFile of(JsonNode asset) {
        String kind = asset.path("kind").asText("picture");
        String mediaType = Head.text(asset, "mediaType");
        return new ShownFile(
                kind,
                tracks(asset),
                mediaType.substring(mediaType.indexOf('/') + 1).toUpperCase(java.util.Locale.ROOT),
                megabytes(asset.path("bytes").asLong()));
    }

    private static List<Track> tracks(JsonNode asset) {
        List<Track> tracks = new ArrayList<>();
        if (!Head.text(asset, CAPTIONS).isBlank()) {
            String language = Head.text(asset, "captionsLanguage");
            tracks.add(Track.of(CAPTIONS, language.isEmpty() ? DUTCH : language));
        }
        asset.path("otherCaptions").forEach(other -> {
            String language = Head.text(other, "language");
            tracks.add(Track.of(CAPTIONS + "-" + language, language));
        });
        return tracks;
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

    public boolean captioned() {
        return !tracks.isEmpty();
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
