package nl.etalage.problem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Thrown to answer a request with a problem of the catalogue. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final List<Violation> violations;
    private final List<Object> arguments;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public ProblemException(ProblemType type, List<Violation> violations, Object... arguments) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.violations = List.copyOf(violations);
        this.arguments = Arrays.asList(arguments);
    }

    /** Adds an extension member to the answer (RFC 9457, section 3.2), such as {@code nextValid}. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a response header, such as {@code Retry-After}. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<Violation> violations() {
        return violations;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
