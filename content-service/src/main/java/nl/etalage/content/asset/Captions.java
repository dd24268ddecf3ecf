package nl.etalage.content.asset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is said in a film or sound, in one language.
 *
 * @param language as BCP 47 writes it
 * @param text WebVTT; what comes as SRT is kept as WebVTT
 */
@Schema(name = "Captions")
public record Captions(
        @Schema(maxLength = 35, examples = "en") String language,
        @Schema(maxLength = 60_000, examples = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello") String text) {

    /** Letters of UTF-16 in it. */
    int length() {
        return text.length();
    }
}
