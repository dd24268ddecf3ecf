package nl.etalage.content.asset;

import java.time.LocalDate;
import java.util.regex.Pattern;
import nl.etalage.content.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What people say about a picture. Everything may be filled in later; a story with a picture without alt text can't be
 * submitted.
 *
 * @param altText what is to be seen, for who can't see it
 * @param credit who made it
 * @param licence {@code own}, or an SPDX licence id such as {@code CC-BY-4.0}
 * @param source where it comes from
 */
@Schema(name = "AssetMetadata")
public record AssetMetadata(
        @Schema(maxLength = 1_000, examples = "Een vrouw plukt rode koffiebessen") String altText,
        @Schema(maxLength = 200, examples = "Foto: Fatima el Amrani") String credit,
        @Schema(maxLength = 64, examples = "CC-BY-4.0") String licence,
        @Schema(maxLength = 500) String source,
        Consent consent,
        FocalPoint focalPoint) {

    private static final int ALT_TEXT = 1_000;
    private static final int CREDIT = 200;
    private static final int SOURCE = 500;
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** Licence ids as SPDX writes them: letters, digits, full stop, plus and hyphen. */
    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");

    /** Nothing said yet. */
    static final AssetMetadata NONE = new AssetMetadata(null, null, null, null, null, null);

    /** Answers 422 to what can't be kept. */
    void refuseUnfit() {
        Findings findings = new Findings();
        text("/altText", altText, ALT_TEXT, findings);
        text("/credit", credit, CREDIT, findings);
        text("/source", source, SOURCE, findings);
        if (licence != null && !LICENCE.matcher(licence).matches()) {
            findings.add("/licence", "asset.licence");
        }
        if (consent != null
                && consent.until() != null
                && (consent.until().isAfter(LATEST) || consent.until().getYear() < 1900)) {
            findings.add("/consent/until", "time.range");
        }
        if (focalPoint != null && !(fraction(focalPoint.x()) && fraction(focalPoint.y()))) {
            findings.add("/focalPoint", "asset.focalPoint");
        }
        findings.refuse();
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
