package nl.etalage.testing.access;

import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a caller was answered, as far as it may tell them something.
 *
 * @param status HTTP status
 * @param problem last part of the problem's type; empty for a success
 * @param body the problem without what the request itself named, its trace and its own address; empty for a success
 * @param shown what a success holds, without what the request itself named; empty for a refusal
 */
record AccessAnswer(int status, String problem, String body, String shown) {

    private static final String PROBLEMS = "https://etalage.nl/problems/";

    static AccessAnswer of(Response response, AccessRequest request) {
        int status = response.statusCode();
        if (status < 400) {
            String shown = String.valueOf(response.contentType()).contains("json") ? response.asString() : "";
            return new AccessAnswer(status, "", "", request.masked(shown));
        }
        if (!response.contentType().startsWith("application/problem+json")) {
            return new AccessAnswer(status, "no-problem-but-" + response.contentType(), response.asString(), "");
        }
        Map<String, Object> document = new TreeMap<>(response.jsonPath().getMap(""));
        document.remove("traceId");
        document.remove("instance");
        String type = String.valueOf(document.get("type")).replace(PROBLEMS, "");
        return new AccessAnswer(status, type, request.masked(document.toString()), "");
    }

    /** Whether the two are the same answer; what a success holds may differ by who asks. */
    boolean like(AccessAnswer other) {
        return status == other.status && problem.equals(other.problem) && body.equals(other.body);
    }

    /** Whether nobody could tell the two apart. */
    boolean same(AccessAnswer other) {
        return like(other) && shown.equals(other.shown);
    }

    boolean refused() {
        return status >= 400;
    }

    /** As it stands in a cell: the status, and the problem where the status doesn't say which. */
    String cell(String notFound) {
        String usual =
                switch (status) {
                    case 401 -> "authentication-required";
                    case 403 -> "forbidden";
                    case 404 -> notFound;
                    default -> "";
                };
        return problem.equals(usual) ? String.valueOf(status) : status + " " + problem;
    }
}
