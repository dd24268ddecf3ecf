package nl.etalage.scheduling.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a publication that nobody could find out by machine.
 *
 * @param permalink where it is; only with {@code published}
 */
public record Resolution(@Schema(required = true) Outcome outcome, String permalink) {

    /** The two ends. */
    @Schema(name = "ResolutionOutcome")
    public enum Outcome {
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("failed")
        FAILED
    }
}
