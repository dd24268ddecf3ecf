package nl.etalage.testing.access;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request to an operation, complete and valid: whoever may do it succeeds with it. Every method gives a new one.
 *
 * @param path values of the parameters in the path
 * @param query values of the parameters in the query
 * @param version of the target as {@code If-Match} names it; null for no such header
 * @param mediaType of the body; null when there is none
 * @param body text of the body, or bytes of an upload's file; null when there is none
 * @param metadata the JSON beside an upload's file; null when it is no upload
 */
public record AccessRequest(
        Map<String, Object> path,
        Map<String, Object> query,
        Long version,
        String mediaType,
        Object body,
        String metadata) {

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String FORM = "multipart/form-data";

    public AccessRequest {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /** A request without parameters or body. */
    public static AccessRequest plain() {
        return new AccessRequest(Map.of(), Map.of(), null, null, null, null);
    }

    /** A request with one parameter in its path. */
    public static AccessRequest at(String name, Object value) {
        return plain().and(name, value);
    }

    /** With one more parameter in the path. */
    public AccessRequest and(String name, Object value) {
        return new AccessRequest(with(path, name, value), query, version, mediaType, body, metadata);
    }

    /** With one more parameter in the query. */
    public AccessRequest query(String name, Object value) {
        return new AccessRequest(path, with(query, name, value), version, mediaType, body, metadata);
    }

    /** Made on the version the caller saw. */
    public AccessRequest version(long seen) {
        return new AccessRequest(path, query, seen, mediaType, body, metadata);
    }

    /** With a JSON body. */
    public AccessRequest json(String text) {
        return new AccessRequest(path, query, version, JSON, text, null);
    }

    /** With a merge patch (RFC 7396). */
    public AccessRequest patch(String text) {
        return new AccessRequest(path, query, version, MERGE_PATCH, text, null);
    }

    /** With a file and the JSON that describes it, in the parts {@code file} and {@code metadata}. */
    public AccessRequest upload(byte[] file, String description) {
        return new AccessRequest(path, query, version, FORM, file, description);
    }

    Response send(RequestSpecification request, String method, String template) {
        request.pathParams(path).queryParams(query);
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (metadata != null) {
            request.contentType(FORM)
                    .multiPart("file", "file.jpg", (byte[]) body, "image/jpeg")
                    .multiPart("metadata", metadata, JSON);
        } else if (mediaType != null) {
            request.contentType(mediaType).body(body);
        }
        return request.request(method, template);
    }

    /** What is sent as text, an upload as an object of its parts; null for no body. */
    String sent() {
        if (metadata != null) {
            return "{\"file\": \"foto.jpg\", \"metadata\": " + metadata + "}";
        }
        return body == null ? null : body.toString();
    }

    /** A text without what this request itself named, so that answers about different targets can be compared. */
    String masked(String text) {
        String masked = text;
        for (Map<String, Object> named : java.util.List.of(path, query)) {
            for (Map.Entry<String, Object> value : named.entrySet()) {
                masked = masked.replace(value.getValue().toString(), "{" + value.getKey() + "}");
            }
        }
        return masked;
    }

    private static Map<String, Object> with(Map<String, Object> known, String name, Object value) {
        Map<String, Object> more = new TreeMap<>(known);
        more.put(name, value);
        return more;
    }
}
