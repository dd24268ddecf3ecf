package nl.etalage.content.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import nl.etalage.content.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What people say about a file. Everything may be filled in later; a story can't be submitted with a file without alt
 * text, or with a film or sound without captions, a transcript or the reason why there is nothing to read.
 *
 * @param altText what is to be seen, for who can't see it
 * @param credit who made it
 * @param licence {@code own}, or an SPDX licence id such as {@code CC-BY-4.0}
 * @param licenceUntil last day of the licence, included, in Dutch time; null for no end
 * @param source where it comes from
 * @param captions of a film or sound, as WebVTT or SRT; kept as WebVTT
 * @param captionsLanguage in which language they are, as BCP 47 writes it; when left out the shop's own, or the
 *     network's
 * @param otherCaptions the same in other languages, each once; without {@code captions}, the first takes their place
 * @param transcript what is said in a film or sound
 * @param noWordsReason why there is nothing to read, such as that nobody speaks
 */
@Schema(name = "AssetMetadata")
public record AssetMetadata(
        @Schema(maxLength = 1_000, examples = "Een vrouw plukt rode koffiebessen") String altText,
        @Schema(maxLength = 200, examples = "Foto: Fatima el Amrani") String credit,
        @Schema(maxLength = 64, examples = "CC-BY-4.0") String licence,
        @Schema(nullable = true) LocalDate licenceUntil,
        @Schema(maxLength = 500) String source,
        Consent consent,
        FocalPoint focalPoint,
        @Schema(maxLength = 60_000, nullable = true, examples = "WEBVTT\n\n00:00.000 --> 00:02.000\nHallo")
                String captions,
        @Schema(maxLength = 35, nullable = true, examples = "nl") String captionsLanguage,
        @Schema(maxItems = ReadCaptions.MOST_OTHERS) List<Captions> otherCaptions,
        @Schema(maxLength = 60_000, nullable = true) String transcript,
        @Schema(maxLength = 500, nullable = true, examples = "Er is alleen muziek") String noWordsReason) {

    private static final int ALT_TEXT = 1_000;
    private static final int CREDIT = 200;
    private static final int SOURCE = 500;
    private static final int WORDS = 60_000;
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** Licence ids as SPDX writes them: letters, digits, full stop, plus and hyphen. */
    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");

    /** Nothing said yet. */
    static final AssetMetadata NONE =
            new AssetMetadata(null, null, null, null, null, null, null, null, null, null, null, null);

    public AssetMetadata {
        // A list may hold nothing: a member that is null is refused with its place, not by what copies.
        otherCaptions =
                otherCaptions == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(otherCaptions));
    }

    /**
     * As it is kept; 422 for what can't be.
     *
     * @param language of captions of which it isn't said
     */
    AssetMetadata fit(String language) {
        Findings findings = new Findings();
        text("/altText", altText, ALT_TEXT, findings);
        text("/credit", credit, CREDIT, findings);
        text("/source", source, SOURCE, findings);
        if (licence != null && !LICENCE.matcher(licence).matches()) {
            findings.add("/licence", "asset.licence");
        }
        day("/consent/until", consent == null ? null : consent.until(), findings);
        day("/licenceUntil", licenceUntil, findings);
        List<Captions> read = ReadCaptions.of(this, language, findings);
        text("/transcript", transcript, WORDS, findings);
        text("/noWordsReason", noWordsReason, SOURCE, findings);
        if (focalPoint != null && !(fraction(focalPoint.x()) && fraction(focalPoint.y()))) {
            findings.add("/focalPoint", "asset.focalPoint");
        }
        findings.refuse();
        return with(read);
    }

    private AssetMetadata with(List<Captions> read) {
        boolean none = read.isEmpty();
        return new AssetMetadata(
                altText,
                credit,
                licence,
                licenceUntil,
                source,
                consent,
                focalPoint,
                none ? null : read.get(0).text(),
                none ? null : read.get(0).language(),
                none ? List.of() : read.subList(1, read.size()),
                transcript,
                noWordsReason);
    }

    /** The first of the days on which consent and licence end; null when neither does. */
    AssetEnd end(Instant refused) {
        List<AssetEnd> ends = new ArrayList<>();
        if (consent != null && !consent.given()) {
            ends.add(new AssetEnd(refused, AssetEnd.CONSENT));
        }
        if (consent != null && consent.until() != null) {
            ends.add(AssetEnd.after(consent.until(), AssetEnd.CONSENT));
        }
        if (licenceUntil != null) {
            ends.add(AssetEnd.after(licenceUntil, AssetEnd.LICENCE));
        }
        return ends.stream().min(Comparator.comparing(AssetEnd::at)).orElse(null);
    }

    private static void day(String pointer, LocalDate day, Findings findings) {
        if (day != null && (day.isAfter(LATEST) || day.getYear() < 1900)) {
            findings.add(pointer, "time.range");
        }
    }

    /** These go out as they stand, so braces in them would be seen. */
    private static void text(String pointer, String text, int most, Findings findings) {
        findings.tooLong(pointer, text, most);
        if (text != null && text.contains("{{")) {
            findings.add(pointer, "asset.braces");
        }
    }

    private static boolean fraction(double number) {
        return number >= 0 && number <= 1;
    }
}
