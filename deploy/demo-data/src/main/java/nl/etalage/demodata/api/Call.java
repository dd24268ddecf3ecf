package nl.etalage.demodata.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One request.
 *
 * @param who user name of who asks
 * @param path with query, from {@code /api/v1}
 * @param version of the resource as we know it, for {@code If-Match}; empty when none is asked for
 */
public record Call(String who, String method, String path, String version, Body body) {

    public static Call get(String who, String path) {
        return new Call(who, "GET", path, "", Body.NONE);
    }

    /** Makes something. */
    public static Call create(String who, String path, JsonNode json) {
        return new Call(who, "POST", path, "", Body.json(json));
    }

    /** Does something to a resource as it was when we read it. */
    public static Call act(String who, String path, JsonNode resource) {
        return new Call(who, "POST", path, tag(resource), Body.NONE);
    }

    /** Changes some fields of a resource as it was when we read it. */
    public static Call change(String who, String path, JsonNode resource, JsonNode patch) {
        return new Call(who, "PATCH", path, tag(resource), Body.mergePatch(patch));
    }

    /** Uploads a file with its description. */
    public static Call upload(String who, String path, String name, byte[] file, JsonNode metadata) {
        return new Call(who, "POST", path, "", Body.upload(name, file, metadata));
    }

    /** The same for the same request, in whichever run. */
    String idempotencyKey() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((who + "\n" + method + "\n" + path + "\n" + version + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(body.bytes());
            return "demo-data-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static String tag(JsonNode resource) {
        return "\"" + resource.required("version").asLong() + "\"";
    }
}
