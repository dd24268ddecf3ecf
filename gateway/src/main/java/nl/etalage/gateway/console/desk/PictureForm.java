package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is said about a picture, film, sound or paper.
 *
 * @param altText what is to be seen
 * @param credit who made it
 * @param licence {@code own} or an SPDX id
 * @param consent {@code yes}, {@code no}, or empty when nobody can be recognised
 * @param consentUntil last day, as {@code 2027-12-31}; empty for no end
 * @param captions of a film, as WebVTT or SRT; null for what is none
 * @param captionsLanguage in which language they are, as BCP 47 writes it; null as {@code captions}
 * @param otherCaptions those in other languages; empty for what is no film
 * @param transcript what is said in a film or sound, to read; null for what is neither
 * @param noWordsReason why there is nothing to read; null as {@code transcript}
 * @param version of the picture, as the page had it; empty for a new one
 */
record PictureForm(
        String altText,
        String credit,
        String licence,
        String consent,
        String consentUntil,
        String captions,
        String captionsLanguage,
        List<CaptionsForm> otherCaptions,
        String transcript,
        String noWordsReason,
        String version) {

    static PictureForm of(JsonNode asset) {
        JsonNode consent = asset.path("consent");
        String given = consent.path("given").asBoolean() ? "yes" : "no";
        return new PictureForm(
                text(asset, "altText"),
                text(asset, "credit"),
                text(asset, "licence"),
                consent.isObject() ? given : "",
                text(consent, "until"),
                ShownFile.of(asset).film() ? lines(asset, "captions") : null,
                ShownFile.of(asset).film() ? text(asset, "captionsLanguage") : null,
                ShownFile.of(asset).film() ? CaptionsForm.others(asset) : List.of(),
                ShownFile.of(asset).heard() ? lines(asset, "transcript") : null,
                ShownFile.of(asset).heard() ? text(asset, "noWordsReason") : null,
                asset.path("version").asText());
    }

    /** Lines as they come back from a form, so that what nobody touched is the same. */
    private static String lines(JsonNode asset, String name) {
        return text(asset, name).replace("\r\n", "\n");
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : "";
    }

    /** Whether this says the same as another, whichever version that was. */
    boolean saysAs(PictureForm other) {
        return metadata().equals(other.metadata());
    }

    ObjectNode metadata() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        put(metadata, "altText", altText);
        put(metadata, "credit", credit);
        put(metadata, "licence", licence);
        if (consent.isEmpty()) {
            metadata.putNull("consent");
        } else {
            ObjectNode said = metadata.putObject("consent").put("given", consent.equals("yes"));
            put(said, "until", consent.equals("yes") ? consentUntil : "");
        }
        if (captions != null) {
            put(metadata, "captions", captions);
            put(metadata, "captionsLanguage", captions.isBlank() ? "" : captionsLanguage);
            ArrayNode others = metadata.putArray("otherCaptions");
            otherCaptions.forEach(
                    other -> put(others.addObject().put("language", other.language()), "text", other.text()));
        }
        if (transcript != null) {
            put(metadata, "transcript", transcript);
        }
        if (noWordsReason != null) {
            put(metadata, "noWordsReason", noWordsReason);
        }
        return metadata;
    }

    private static void put(ObjectNode node, String name, String text) {
        if (text.isBlank()) {
            node.putNull(name);
        } else {
            node.put(name, text.strip());
        }
    }
}
