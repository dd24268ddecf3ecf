package nl.etalage.audittrail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that was done, or asked and refused.
 *
 * @param shop slug of the shop it concerns; null for the network
 * @param member id of the member who did it; null for a machine, for someone without a part in the network, and for
 *     what happens by itself
 * @param client id of the machine that did it; null for a person
 * @param action what was done, such as {@code member.changed}; of a refusal the operation that was asked for
 * @param subject what it was done to, such as {@code member/0198…}; of a refusal the path that was asked for
 * @param changed names of the fields that changed; never their content
 * @param status HTTP status of a refusal; absent when it was done
 * @param unwritten how many refusals of the same caller before this one were only counted
 * @param origin network address the request came from, as the gateway saw it; null when it came from no request
 * @param trace trace id of the request, 32 hexadecimal digits; null when it had none
 */
@Schema(name = "AuditLine")
public record AuditLine(
        UUID id,
        Instant at,
        @Schema(nullable = true, examples = "zeist") String shop,
        @Schema(nullable = true) UUID member,
        @Schema(nullable = true) String client,
        @Schema(examples = "member.changed") String action,
        @Schema(examples = "shop/zeist") String subject,
        List<String> changed,
        Outcome outcome,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer status,
        int unwritten,
        @Schema(nullable = true, examples = "203.0.113.7") String origin,
        @Schema(nullable = true) String trace) {

    public AuditLine {
        changed = List.copyOf(changed);
    }

    /** What became of it. */
    @Schema(name = "AuditOutcome")
    public enum Outcome {
        @JsonProperty("done")
        DONE("done"),
        /** The caller, the request or the state of things was in the way. */
        @JsonProperty("refused")
        REFUSED("refused"),
        /** It was our fault. */
        @JsonProperty("failed")
        FAILED("failed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Outcome of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
