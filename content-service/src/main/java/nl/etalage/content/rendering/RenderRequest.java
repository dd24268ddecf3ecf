package nl.etalage.content.rendering;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import nl.etalage.content.Findings;
import nl.etalage.content.platform.Platform;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** For where, when and whom a text is rendered. */
public class RenderRequest {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final int LARGEST_LIMIT = 1_000_000;

    @QueryParam("platform")
    @Parameter(required = true, description = "Where it goes, such as mastodon", example = "mastodon")
    String platformWord;

    @QueryParam("limit")
    @Parameter(description = "Longest text there, where it differs from the platform's own limit")
    Integer longest;

    @QueryParam("on")
    @Parameter(description = "Day it goes out, such as 2026-12-05; today when absent", example = "2026-12-05")
    String day;

    @QueryParam("reference")
    @Parameter(description = "Put in the link as utm_content; letters, digits, hyphen, underscore")
    String mark;

    /** Answers 422 to what can't be read. */
    void refuseUnfit() {
        Findings findings = new Findings();
        if (Platform.of(platformWord).isEmpty()) {
            findings.add("#platform", platformWord == null ? "required" : "choice");
        }
        if (longest != null && (longest < 1 || longest > LARGEST_LIMIT)) {
            findings.add("#limit", "rendering.limit", LARGEST_LIMIT);
        }
        if (day != null && parsedDay() == null) {
            findings.add("#on", "details.date");
        }
        if (mark != null && !REFERENCE.matcher(mark).matches()) {
            findings.add("#reference", "rendering.reference");
        }
        findings.refuse();
    }

    Platform platform() {
        return Platform.of(platformWord).orElseThrow();
    }

    /** Longest text; null for no limit. */
    Integer limit() {
        return longest == null ? platform().limit() : longest;
    }

    /** The day it goes out; null for today. */
    LocalDate on() {
        return day == null ? null : parsedDay();
    }

    /** What makes the link recognisable; null for nothing. */
    String reference() {
        return mark;
    }

    private LocalDate parsedDay() {
        try {
            LocalDate parsed = LocalDate.parse(day);
            return parsed.getYear() >= 2000 && parsed.getYear() <= 2200 ? parsed : null;
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }
}
