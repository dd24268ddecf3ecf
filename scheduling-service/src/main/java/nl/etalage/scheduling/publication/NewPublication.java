package nl.etalage.scheduling.publication;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A publication to plan.
 *
 * @param localTime on the shop's wall clock, such as {@code 2026-12-05T10:00}, optionally with seconds
 * @param allowDuplicate true to publish the same text on the same channel again within 30 days
 */
public record NewPublication(
        @Schema(required = true) String shop,
        @Schema(required = true) UUID channel,
        @Schema(required = true) UUID adaptation,
        @Schema(required = true, examples = "2026-12-05T10:00") String localTime,
        Boolean allowDuplicate) {

    boolean duplicateAllowed() {
        return Boolean.TRUE.equals(allowDuplicate);
    }
}
