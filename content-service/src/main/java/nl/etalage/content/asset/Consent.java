package nl.etalage.content.asset;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the people in a picture agreed to. Without people in it, or with nothing asked, there is no consent to keep.
 *
 * @param given whether they agreed
 * @param until last day, included, in Dutch time; null for no end
 */
public record Consent(boolean given, @Schema(nullable = true) LocalDate until) {}
