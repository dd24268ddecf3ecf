package nl.etalage.problem;

import java.util.Arrays;
import java.util.Optional;

/** The problems that HTTP itself knows, the same in every process: the catalogue of the plumbing. */
public enum HttpProblem implements ProblemType {
    INVALID_REQUEST(400),
    MALFORMED_JSON(400),
    AUTHENTICATION_REQUIRED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    CONFLICT(409),
    GONE(410),
    LENGTH_REQUIRED(411),
    VERSION_OUTDATED(412),
    CONTENT_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    EXPECTATION_FAILED(417),
    INVALID_INPUT(422),
    VERSION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    NOT_IMPLEMENTED(501),
    BAD_GATEWAY(502),
    UNAVAILABLE(503),
    STORAGE_UNAVAILABLE(503),
    GATEWAY_TIMEOUT(504),
    INVALID_PAGE_TOKEN(400),
    INVALID_IDEMPOTENCY_KEY(400),
    IDEMPOTENCY_KEY_IN_USE(409),
    IDEMPOTENCY_KEY_REUSED(422);

    private final int status;

    HttpProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "nl.etalage.problem.http";
    }

    /** The plumbing's problem for a status, or empty for a status it never answers by itself. */
    public static Optional<HttpProblem> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}
