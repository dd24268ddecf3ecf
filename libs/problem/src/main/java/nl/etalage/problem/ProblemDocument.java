package nl.etalage.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem as it goes over the wire, {@code application/problem+json}.
 *
 * @param type documented URL, stable
 * @param title short, in the caller's language
 * @param status HTTP status, 400 to 599
 * @param detail one sentence in the caller's language
 * @param violations what is wrong where in the request; empty when the request as a whole is
 * @param members extension members of this type
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@Schema(name = "Problem")
@JsonPropertyOrder({"type", "title", "status", "detail", "violations"})
public record ProblemDocument(
        URI type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Place> violations,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

    /** Header with the type of the problem, for who passes the answer on without reading its body. */
    public static final String TYPE_HEADER = "Etalage-Problem";

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One violation in words.
     *
     * @param pointer JSON pointer (RFC 6901) into the body, or {@code #name} for a parameter
     * @param detail sentence in the caller's language
     */
    @Schema(name = "Violation")
    public record Place(String pointer, String detail) {}

    private static final Set<String> RESERVED = Set.of("type", "title", "status", "detail", "violations");

    public ProblemDocument {
        violations = List.copyOf(violations);
        Map<String, Object> kept = new TreeMap<>(members);
        kept.keySet().removeAll(RESERVED);
        members = kept;
    }

    /** The document for an exception, in a language. */
    public static ProblemDocument of(ProblemException problem, Sentences sentences) {
        ProblemType type = problem.type();
        return new ProblemDocument(
                type.type(),
                sentences.title(type),
                type.status(),
                sentences.detail(type, problem.arguments()),
                problem.violations().stream()
                        .map(violation -> new Place(violation.pointer(), sentences.of(violation.text())))
                        .toList(),
                problem.members());
    }

    /** The document for a type that needs no arguments. */
    public static ProblemDocument of(ProblemType type, Sentences sentences) {
        return of(type.because(), sentences);
    }
}
